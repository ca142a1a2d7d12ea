using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Clearances;

/// <summary>That answers were read. It stands in the journal only, which keeps who read which.</summary>
public sealed class ClearanceReading(Guid? unit) : ISubject
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public int Version { get; set; }
    public Guid? UnitId => unit;
}

static class ClearanceReadings
{
    /// <summary>Keeps in the journal that the caller was shown these, in the same transaction that lets them out.</summary>
    public static void Shown(this AwardsDb db, IEnumerable<ClearanceView> shown, Caller caller)
    {
        if (shown.Select(clearance => clearance.Id).ToList() is { Count: > 0 } ids)
            db.Announce(new ClearanceReading(caller.UnitId), new ClearancesRead(caller.Subject, ids));
    }
}
