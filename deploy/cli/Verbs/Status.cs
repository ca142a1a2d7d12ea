using System.CommandLine;
using System.Globalization;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;
using Spectre.Console;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan status</c>: exit code 0 only when everything is ready.</summary>
static class Status
{
    public static Command Verb()
    {
        var verb = new Command("status", "Every process: port, readiness, uptime, memory, events not yet published");
        verb.SetAction((_, ct) => Run(LocalPlatform.Here(), ct));
        return verb;
    }

    static async Task<int> Run(LocalPlatform platform, CancellationToken ct)
    {
        var services = await Task.WhenAll(Services.WithGateway.Select(service => Line(platform, service, ct)));
        var postgres = await Server(platform.Servers.Postgres.Process, platform.Ports.Postgres, ct);
        var rabbit = await Server(platform.Servers.Rabbit.Process, platform.Ports.Amqp, ct);

        var table = new Table().Border(TableBorder.Simple).AddColumns("process", "pid", "port", "ready", "up for", "memory", "unpublished");
        Row[] rows = [postgres, rabbit, .. services];
        foreach (var row in rows)
            table.AddRow(row.Name, row.Pid, row.Port, row.Ready ? "yes" : Markup.Escape(row.Why), row.Uptime, row.Memory, row.Pending);
        AnsiConsole.Write(table);
        return rows.All(row => row.Ready) ? 0 : 1;
    }

    static async Task<Row> Line(LocalPlatform platform, string service, CancellationToken ct)
    {
        var settings = platform.Settings(service);
        var health = await Health.Of(settings.Address, ct);
        var why = health is null ? "no answer" : health.Text;
        return Describe(platform.Process(service).Current, service, settings.Port, health?.Ready ?? false, why, health?.JournalPending);
    }

    static async Task<Row> Server(BackgroundProcess process, int port, CancellationToken ct) =>
        Describe(process.Current, process.Name, port, await Ports.Answers(port, ct), "no answer", null);

    static Row Describe(ProcessIdentity? process, string name, int port, bool ready, string why, long? pending) =>
        new(
            name,
            process is null ? "–" : $"{process.Pid}",
            $"{port}",
            process is not null && ready,
            process is null ? "not running" : why,
            process is null ? "" : $"{process.Uptime:d\\.hh\\:mm\\:ss}",
            process is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{process.Memory / 1048576.0:0} MB"),
            $"{pending}"
        );

    sealed record Row(string Name, string Pid, string Port, bool Ready, string Why, string Uptime, string Memory, string Pending);
}
