using System.CommandLine;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan logs [service] [-f]</c>.</summary>
static class Logs
{
    const int Lines = 100;

    public static Command Verb()
    {
        var service = new Argument<string?>("service")
        {
            Description = "One service, postgres or rabbitmq; all services without it",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what is written from now on" };
        var verb = new Command("logs", "The last lines of the logs") { service, follow };
        verb.SetAction((call, ct) => Run(LocalPlatform.Here(), call.GetValue(service), call.GetValue(follow), ct));
        return verb;
    }

    static async Task Run(LocalPlatform platform, string? name, bool follow, CancellationToken ct)
    {
        string[] names = name is null ? [.. Services.WithGateway] : [name is "postgres" or "rabbitmq" ? name : Services.Known(name)];
        var files = names.Select(one => (Name: one, File: platform.Process(one).LogFile)).Where(log => File.Exists(log.File)).ToArray();
        if (files.Length == 0)
            throw new Failure("There is no log yet.", "Start the platform: ./danvan up");

        string Prefix(string one) => names.Length > 1 ? $"{one, -13} " : "";
        foreach (var (one, file) in files)
        foreach (var line in File.ReadLines(file).TakeLast(names.Length > 1 ? 10 : Lines))
            Console.WriteLine(Prefix(one) + line);
        if (follow)
            await Task.WhenAll(files.Select(log => Follow(log.File, Prefix(log.Name), ct)));
    }

    static async Task Follow(string file, string prefix, CancellationToken ct)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        reader.BaseStream.Seek(0, SeekOrigin.End);
        while (true)
            if (await reader.ReadLineAsync(ct) is { } line)
                Console.WriteLine(prefix + line);
            else
                await Task.Delay(200, ct);
    }
}
