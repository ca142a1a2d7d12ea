using System.Diagnostics;
using System.Globalization;
using DanVan.Chassis.Journal;
using DanVan.Chassis.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client.Exceptions;

namespace DanVan.Chassis;

/// <summary>
/// What a service's process can do besides serving: <c>migrate</c>, <c>replay --from 1 --to reporting</c>, <c>audit verify</c>, <c>reconcile</c>. With
/// <c>migrate --then-serve</c> it does both: see <see cref="StartGate"/>.
/// </summary>
static class Verbs
{
    const string Usage =
        "Verbs: migrate [--wait <seconds> | --then-serve <file>] | replay --from <sequence> --to <service> | audit verify | reconcile";

    public static async Task<int> Run(WebApplication app, string[] words, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        switch (words)
        {
            case ["migrate"]:
                await Migrate(scope.ServiceProvider, TimeSpan.Zero, ct);
                return 0;
            case ["migrate", "--wait", var text]
                when int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 3600:
                await Migrate(scope.ServiceProvider, TimeSpan.FromSeconds(seconds), ct);
                return 0;
            case ["replay", "--from", var from, "--to", var to]
                when long.TryParse(from, CultureInfo.InvariantCulture, out var first) && first > 0:
                return await Replay(scope.ServiceProvider.GetRequiredService<Replay>(), first, to, ct);
            case ["audit", "verify"]:
                return await Verify(scope.ServiceProvider.GetRequiredService<Audit>(), ct);
            case ["reconcile"]:
                return await Reconcile(scope.ServiceProvider.GetServices<Reconciliation>(), ct);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    /// <summary>The schema first: it needs the database alone, while a broker that starts beside it is waited for.</summary>
    static async Task Migrate(IServiceProvider services, TimeSpan patience, CancellationToken ct)
    {
        await services.GetRequiredService<Migrator>().Migrate(ct);
        await DeclareQueues(services, patience, ct);
    }

    /// <summary>Declares the queues; a broker that starts meanwhile is waited for.</summary>
    /// <exception cref="InvalidOperationException">The broker did not take them in that time: it says all that was in the way, one after the other.</exception>
    internal static async Task DeclareQueues(IServiceProvider services, TimeSpan patience, CancellationToken ct)
    {
        var reasons = new List<string>();
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(200), ct))
        {
            try
            {
                await services.GetRequiredService<Topology>().Declare(ct);
                await services.GetRequiredService<FormerQueues>().CarryOver(newer: true, ct);
                return;
            }
            catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException)
            {
                // It still starts, or does not know us yet.
                reasons.Add(e.GetBaseException().Message);
                if (watch.Elapsed >= patience)
                    throw new InvalidOperationException($"The broker takes no queues: {string.Join("; then ", reasons.Distinct())}", e);
            }
        }
    }

    static async Task<int> Replay(Replay replay, long from, string to, CancellationToken ct)
    {
        var sent = await replay.Run(from, to, new Progress<long>(count => Console.WriteLine($"{count} events sent")), ct);
        Console.WriteLine($"{sent} events from {from} on were sent to the queues of {to}");
        return 0;
    }

    static async Task<int> Verify(Audit audit, CancellationToken ct)
    {
        var result = await audit.Verify(ct);
        Console.WriteLine(result.Problem is null ? $"{result.Rows} rows, all linked" : $"{result.Rows} rows: {result.Problem}");
        return result.Problem is null ? 0 : 1;
    }

    static async Task<int> Reconcile(IEnumerable<Reconciliation> reconciliations, CancellationToken ct)
    {
        var (rows, differing) = (0L, 0L);
        foreach (var reconciliation in reconciliations)
        foreach (var compared in await reconciliation.Compare(ct))
        {
            (rows, differing) = (rows + compared.Rows, differing + compared.Differing);
            foreach (var line in compared.First)
                Console.WriteLine(line);
        }
        Console.WriteLine($"{rows} rows compared with the journal, {differing} differ");
        return differing == 0 ? 0 : 1;
    }
}
