using System.ComponentModel.DataAnnotations;
using DanVan.Chassis;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Directory.Client.Replica;

/// <summary>How often a replica is held against the directory.</summary>
internal sealed class ReplicaOptions
{
    /// <summary>Between two questions when the last one could be asked and the replica holds something.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>
/// Asks the directory for what this replica lacks: everything at first, and later whatever was missed, by a queue that was lost or a database that was
/// restored. The question waits in the broker while the directory is down, and the service works from what it has.
/// </summary>
internal sealed class AskForReplica(
    NpgsqlDataSource database,
    Correspondence services,
    StartGate gate,
    IOptions<ReplicaOptions> options,
    TimeProvider clock,
    ILogger<AskForReplica> log
) : BackgroundService
{
    private static readonly TimeSpan shortest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        for (var pause = shortest; !stoppingToken.IsCancellationRequested; )
        {
            // Nothing known, or nobody to ask: again soon, then less and less often.
            pause = await Ask(stoppingToken) ? options.Value.AskEvery : Shorter(pause * 2, options.Value.AskEvery);
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Ask(CancellationToken ct)
    {
        try
        {
            await using var command = database.CreateCommand(
                "select directory.marks(), directory.person_marks(), directory.position_marks()"
            );
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            var (marks, people, positions) = (Marks(reader, 0), Marks(reader, 1), Marks(reader, 2));
            await services.Ask("directory", new ReplicaAsked(services.Sender, marks[..^1], marks[^1], people, positions), ct);
            return Array.Exists(marks[..^1], mark => mark != 0);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Database, broker or directory are not there yet.
            log.LogDebug("The directory cannot be asked now: {Reason}", failure.Message);
            return false;
        }
    }

    private static long[] Marks(NpgsqlDataReader reader, int column) => reader.GetFieldValue<long[]>(column);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
