using System.CommandLine;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan reconcile [service…]</c>: compares what is counted with what the journals tell.</summary>
static class Reconcile
{
    public static Command Verb()
    {
        var services = new Argument<string[]>("service") { Description = "All without it", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command("reconcile", "Recount from the journals what is kept counted: every row that differs shows") { services };
        verb.SetAction((call, ct) => Audit.Run(LocalPlatform.Here(), ["reconcile"], call.GetValue(services), ct));
        return verb;
    }
}
