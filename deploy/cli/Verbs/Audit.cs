using System.CommandLine;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan audit verify [service…]</c>: walks the hash chain of the journals.</summary>
static class Audit
{
    public static Command Verb()
    {
        var services = new Argument<string[]>("service") { Description = "All without it", Arity = ArgumentArity.ZeroOrMore };
        var verify = new Command("verify", "Recompute the hash chain of the journals: a changed or removed row shows") { services };
        verify.SetAction((call, ct) => Run(LocalPlatform.Here(), ["audit", "verify"], call.GetValue(services), ct));
        return new Command("audit", "Look whether the journals are whole") { verify };
    }

    /// <summary>Has services look whether they are right; 1 when one is not.</summary>
    /// <param name="services">All without any.</param>
    public static async Task<int> Run(LocalPlatform platform, string[] verb, string[]? services, CancellationToken ct)
    {
        var broken = 0;
        foreach (var service in services is { Length: > 0 } ? services.Select(Services.Known) : Services.All)
        {
            var (code, output) = await platform.Try(service, verb, ct);
            Console.WriteLine($"{service}: {output.TrimEnd()}");
            broken += code == 0 ? 0 : 1;
        }
        return broken == 0 ? 0 : 1;
    }
}
