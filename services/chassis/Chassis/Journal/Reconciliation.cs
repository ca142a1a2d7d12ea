namespace DanVan.Chassis;

/// <summary>
/// Compares what a service has counted with what its journal tells: the verb <c>reconcile</c>. A service registers one for whatever it folds from its journal.
/// </summary>
public abstract class Reconciliation
{
    /// <summary>Changes nothing, and may run beside the service.</summary>
    public abstract Task<IReadOnlyList<Reconciled>> Compare(CancellationToken ct);
}

/// <summary>What was compared.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Differing">How many stand here or in the recount only; a row that says otherwise stands in both, and counts twice.</param>
/// <param name="First">The first of these, a line each: ids, codes and dates, never people.</param>
public sealed record Reconciled(long Rows, long Differing, IReadOnlyList<string> First);
