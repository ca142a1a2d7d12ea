using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Chassis.Journal;

/// <summary>
/// Moves the outbox into the journal and the journal to the broker. Every replica of a service runs one; an advisory lock of the database lets one of
/// them work, and when its connection dies the next takes over.
/// </summary>
sealed class Relay(
    NpgsqlDataSource database,
    Sequencer sequencer,
    Publisher publisher,
    RelayState state,
    StartGate gate,
    IOptions<RelayOptions> options,
    TimeProvider clock,
    ILogger<Relay> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LeadWhenFree(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("The relay lost its database and will try again: {Reason}", failure.Message);
            }
            state.IsLeader = false;
            state.Step();
            await Task.Delay(options.Value.Standby, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task LeadWhenFree(CancellationToken stopping)
    {
        // The sequencer works on the connection that holds the lock, so that who lost the lock cannot number events.
        await using var connection = await OwnConnection.Open(database, "relay", stopping);
        if (!await TryLock(connection, stopping))
            return;

        log.LogInformation("This process relays the journal");
        state.IsLeader = true;
        using var leadership = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var sequencing = sequencer.Run(connection, leadership.Token);
        var publishing = publisher.Run(leadership.Token);
        try
        {
            await await Task.WhenAny(sequencing, publishing);
        }
        finally
        {
            await leadership.CancelAsync();
            await Task.WhenAll(sequencing, publishing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static async Task<bool> TryLock(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtext('chassis.relay'))", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
