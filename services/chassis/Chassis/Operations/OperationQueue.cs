using System.Text.Json;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Chassis.Operations;

/// <summary>Queues long jobs in the service's own database.</summary>
public sealed class OperationQueue(ServiceDb db, ServiceName service, OperationSignal signal, TimeProvider clock)
{
    /// <summary>
    /// Queues a job and answers 202 with its address. The row is written at once, in the transaction that is open: queue last, after SaveChanges, so
    /// that no job starts for a change that was not saved.
    /// </summary>
    public async Task<Accepted<OperationView>> Enqueue<TOperation>(object input, Caller caller, CancellationToken ct)
        where TOperation : IOperation
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var json = JsonSerializer.Serialize(input, JsonRules.Options);
        string[] scopes = [.. caller.Scopes];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into chassis.operations (id, kind, input, subject, issuer, unit, scopes)
            values ({id}, {TOperation.Kind}, {json}::jsonb, {caller.Subject}, {caller.Issuer}, {caller.UnitId}, {scopes})
            """,
            ct
        );
        signal.Set();
        var view = new OperationView(id, TOperation.Kind, OperationStatus.Queued, 0, null, null, null, clock.GetUtcNow(), null);
        return TypedResults.Accepted($"/api/v1/{service.Value}/operations/{id}", view);
    }
}

/// <summary>How far an operation is.</summary>
public enum OperationStatus
{
    /// <summary>Nobody has begun it yet.</summary>
    Queued,

    /// <summary>It is being worked on, or was when the worker died and will be again.</summary>
    Running,

    /// <summary>It is done; see <c>result</c>.</summary>
    Succeeded,

    /// <summary>It ended without success; see <c>problem</c>.</summary>
    Failed,
}

/// <summary>An operation as its caller sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What is being done.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Done">How many of <paramref name="Total"/> are done.</param>
/// <param name="Total">How many there are, once known.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Problem">Why it failed (RFC 9457).</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="Finished">When it ended.</param>
public sealed record OperationView(
    Guid Id,
    string Kind,
    OperationStatus Status,
    long Done,
    long? Total,
    JsonElement? Result,
    JsonElement? Problem,
    DateTimeOffset Created,
    DateTimeOffset? Finished
);

/// <summary>Wakes the worker of this process when something was queued here.</summary>
public sealed class OperationSignal : IDisposable
{
    readonly SemaphoreSlim waiting = new(0, 1);

    internal void Set()
    {
        if (waiting.CurrentCount == 0)
            try
            {
                waiting.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else has just woken it.
            }
    }

    /// <inheritdoc/>
    public void Dispose() => waiting.Dispose();

    internal Task Wait(TimeSpan atMost, CancellationToken ct) => waiting.WaitAsync(atMost, ct);
}
