using System.CommandLine;
using System.Globalization;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan replay petitions --from 1 --to reporting</c>: sends what the journal holds to one service again.</summary>
static class Replay
{
    public static Command Verb()
    {
        var service = new Argument<string>("service") { Description = "Whose journal" };
        var from = new Option<long>("--from") { Description = "The first sequence number", DefaultValueFactory = _ => 1 };
        var to = new Option<string>("--to") { Description = "The service that shall receive the events again", Required = true };
        var verb = new Command("replay", "Send the events of a journal to one service again") { service, from, to };
        verb.SetAction((call, ct) => Run(LocalPlatform.Here(), call.GetValue(service)!, call.GetValue(from), call.GetValue(to)!, ct));
        return verb;
    }

    static async Task Run(LocalPlatform platform, string service, long from, string to, CancellationToken ct)
    {
        string[] words = ["replay", "--from", from.ToString(CultureInfo.InvariantCulture), "--to", Services.Known(to)];
        Console.WriteLine(await platform.Run(Services.Known(service), words, ct));
    }
}
