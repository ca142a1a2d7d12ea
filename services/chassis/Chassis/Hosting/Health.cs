using DanVan.Chassis.Journal;
using DanVan.Chassis.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace DanVan.Chassis;

/// <summary>
/// <c>/health/live</c>: the relay's loops go round. <c>/health/ready</c>: may be sent requests. <c>/health/startup</c>: has been ready once.
/// <c>/health/prepared</c>: schema and queues are up to date, though it may still wait for those that start beside it. A broker that
/// is away makes nothing unready: intake goes on, and the lag shows.
/// </summary>
static class Health
{
    /// <summary>Longer than any deadline inside the relay: whoever is silent for so long hangs.</summary>
    static readonly TimeSpan silence = TimeSpan.FromSeconds(60);

    /// <param name="Status">UP or DOWN.</param>
    /// <param name="Problem">Why it is down, or null.</param>
    /// <param name="Journal">Where the journal stands.</param>
    internal sealed record Report(string Status, string? Problem, JournalReport Journal);

    /// <param name="Leader">This process relays.</param>
    /// <param name="Pending">Events that the broker has not confirmed (known to the leader only).</param>
    /// <param name="OldestSeconds">Age of the oldest of them.</param>
    /// <param name="BrokerFailure">Why publishing does not go on, or null.</param>
    /// <param name="Consuming">Events are being taken.</param>
    internal sealed record JournalReport(bool Leader, long Pending, double OldestSeconds, string? BrokerFailure, bool Consuming);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", Live);
        health.MapGet("/ready", Ready);
        health.MapGet("/startup", Ready);
        health.MapGet("/prepared", Prepared);
    }

    static JsonHttpResult<Report> Live(RelayState relay, Reactions reactions) =>
        Answer(
            relay.SinceLastStep > silence ? $"The relay has been silent for {relay.SinceLastStep.TotalSeconds:0} s" : null,
            relay,
            reactions
        );

    static StatusCodeHttpResult Prepared(StartGate gate) =>
        TypedResults.StatusCode(gate.Prepared ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    static async Task<JsonHttpResult<Report>> Ready(
        RelayState relay,
        Reactions reactions,
        StartGate gate,
        NpgsqlDataSource database,
        IHostApplicationLifetime lifetime,
        CancellationToken ct
    )
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Answer("Stopping", relay, reactions);
        if (!gate.Opened.IsCompleted)
            return Answer("Waits until the services that start beside it can hear it", relay, reactions);
        try
        {
            await using var command = database.CreateCommand("select 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync(ct);
            return Answer(null, relay, reactions);
        }
        catch (NpgsqlException)
        {
            return Answer("The database does not answer", relay, reactions);
        }
    }

    static JsonHttpResult<Report> Answer(string? problem, RelayState relay, Reactions reactions) =>
        TypedResults.Json(
            new Report(
                problem is null ? "UP" : "DOWN",
                problem,
                new JournalReport(
                    relay.IsLeader,
                    relay.Pending,
                    Math.Round(relay.OldestPending.TotalSeconds, 3),
                    relay.BrokerFailure,
                    reactions.Started
                )
            ),
            statusCode: problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
}
