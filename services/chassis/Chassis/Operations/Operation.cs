using System.Collections.Frozen;
using System.Text.Json;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;

namespace DanVan.Chassis.Operations;

/// <summary>
/// A long job. It may be stopped anywhere and run again from the start, by another replica too: what it has already done it must find and not do twice.
/// </summary>
public interface IOperation
{
    /// <summary>The name under which it is queued, such as <c>unit-import</c>.</summary>
    static abstract string Kind { get; }

    /// <summary>Does the work. Returning means success, unless <see cref="OperationContext.Reject"/> was called.</summary>
    Task Run(OperationContext context, CancellationToken ct);
}

/// <summary>What a running operation works with.</summary>
public sealed class OperationContext
{
    internal OperationContext(QueuedOperation queued, CancellationToken lost)
    {
        (Id, Input, Lost) = (queued.Id, queued.Input, lost);
        Caller = new(queued.Subject, queued.Unit, queued.Scopes.ToFrozenSet(StringComparer.Ordinal)) { Issuer = queued.Issuer };
    }

    /// <summary>The id of the operation resource.</summary>
    public Guid Id { get; }

    /// <summary>On whose behalf it runs: with the unit and the scopes that the caller had when asking.</summary>
    public Caller Caller { get; }

    /// <summary>The input as it was queued.</summary>
    public JsonElement Input { get; }

    internal CancellationToken Lost { get; }
    internal long Done { get; private set; }
    internal long? Total { get; private set; }
    internal object? Result { get; private set; }
    internal Rejection? Rejection { get; private set; }

    /// <summary>The input as a type.</summary>
    public T InputAs<T>() => Input.Deserialize<T>(JsonRules.Options)!;

    /// <summary>Tells how far it is; the caller sees it within a few seconds.</summary>
    public void Report(long done, long? total) => (Done, Total) = (done, total);

    /// <summary>What the caller gets when it has succeeded.</summary>
    public void Complete(object result) => Result = result;

    /// <summary>A rule said no: the operation ends as failed with this problem.</summary>
    public void Reject(Rejection rejection) => Rejection = rejection;
}

/// <summary>A row of the queue that this worker holds.</summary>
sealed record QueuedOperation(
    Guid Id,
    string Kind,
    JsonElement Input,
    string Subject,
    string Issuer,
    Guid? Unit,
    string[] Scopes,
    int Attempts
);

/// <summary>The registered class of a kind.</summary>
sealed record OperationKind(string Kind, Type Class);
