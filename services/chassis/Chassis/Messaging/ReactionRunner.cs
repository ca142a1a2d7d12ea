using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Runs one piece of reacting work in a scope and a trace of its own. What a broken database causes is repeated until it is back; what the event itself
/// causes is tried three times and then thrown, and the broker parks the event.
/// </summary>
sealed class ReactionRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReactionRunner> log)
{
    public static ActivitySource Source { get; } = new("DanVan.Reactions");

    static readonly TimeSpan longestWait = TimeSpan.FromSeconds(15);

    public async Task Run(string queue, EventEnvelope first, Func<IServiceProvider, Task> work, CancellationToken ct)
    {
        // Continues the trace of whoever announced the event.
        using var activity = Source.StartActivity(queue, ActivityKind.Consumer, first.TraceParent);
        activity?.SetTag("messaging.message.id", first.Id).SetTag("danvan.subject", first.Subject);
        Actor.Current = $"event:{first.Id}";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider);
                return;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested && (IsTransient(failure) || attempt < 3))
            {
                var wait = TimeSpan.FromMilliseconds(Math.Min(longestWait.TotalMilliseconds, 50 * Math.Pow(3, Math.Min(attempt, 8))));
                log.LogWarning(
                    "{Queue} will repeat {Type} {Event} in {Wait}: {Reason}",
                    queue,
                    first.Type,
                    first.Id,
                    wait,
                    failure.Message
                );
                await Task.Delay(wait, clock, ct);
            }
        }
    }

    static bool IsTransient(Exception failure) =>
        failure switch
        {
            NpgsqlException npgsql => npgsql.IsTransient || npgsql.SqlState?.StartsWith("57P", StringComparison.Ordinal) == true,
            TimeoutException => true,
            DbUpdateConcurrencyException => false,
            { InnerException: { } inner } => IsTransient(inner),
            _ => false,
        };
}
