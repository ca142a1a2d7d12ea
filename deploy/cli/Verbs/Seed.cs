using System.CommandLine;
using DanVan.Cli.Platform;
using DanVan.Cli.Seeding;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan seed [--check]</c>.</summary>
static class Seed
{
    public static Command Verb()
    {
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing; print every expected number beside the one the API gives",
        };
        var verb = new Command("seed", "Enter the seed content through the gateway; entering it again changes nothing") { check };
        verb.SetAction((call, ct) => Run(LocalPlatform.Here(), call.GetValue(check), ct));
        return verb;
    }

    static async Task<int> Run(LocalPlatform platform, bool check, CancellationToken ct)
    {
        using var gateway = AccessTokens.Client(platform);
        if (check)
            return await Seeds.Check(gateway, ct) ? 0 : 1;
        await Steps.Show(steps => steps.Run("seed content entered", () => Seeds.Load(gateway, steps.Say, ct)));
        return 0;
    }
}
