using System.CommandLine;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan token</c>: prints the token and nothing else, so that it fits into <c>$(…)</c>.</summary>
static class Token
{
    public static Command Verb()
    {
        var scope = new Option<string?>("--scope")
        {
            Description = "Only these scopes, separated by spaces; all the client has without it",
        };
        var unit = new Option<string?>("--unit") { Description = "For this unit and what is below it" };
        var verb = new Command("token", "A token of the administrator client") { scope, unit };
        verb.SetAction(
            async (call, ct) =>
                Console.WriteLine((await AccessTokens.Get(LocalPlatform.Here(), call.GetValue(scope), call.GetValue(unit), ct)).Value)
        );
        return verb;
    }
}
