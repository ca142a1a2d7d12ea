using System.CommandLine;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan down</c>.</summary>
static class Down
{
    public static Command Verb()
    {
        var purge = new Option<bool>("--purge") { Description = "Remove all data, logs and passwords of the local run too" };
        var verb = new Command("down", "Stop everything in order; the data stays") { purge };
        verb.SetAction((call, ct) => Run(LocalPlatform.Here(), call.GetValue(purge)));
        return verb;
    }

    static Task Run(LocalPlatform platform, bool purge) =>
        Steps.Show(async steps =>
        {
            await platform.Stop(steps);
            if (!purge)
                return;
            await steps.Run("data removed", platform.Purge);
        });
}
