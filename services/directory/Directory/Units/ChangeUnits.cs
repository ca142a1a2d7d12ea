using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>The straight line that all changes of units follow: lock, reach, load what the act concerns, decide, write.</summary>
internal static class ChangeUnits
{
    /// <summary>Carries out an act on the units it concerns and saves what it came to, with the events that tell of it; or answers why not.</summary>
    /// <param name="db">The database, within <see cref="RegistryChanges.BeginChange"/>.</param>
    /// <param name="units">The units that the act names.</param>
    /// <param name="withBelow">Units that the act moves or ends, so that what belongs to them is concerned too.</param>
    /// <param name="codes">The codes that the act gives out.</param>
    /// <param name="on">The day of the act.</param>
    /// <param name="act">What is done.</param>
    /// <param name="ct">Stops it; nothing is saved then.</param>
    public static async Task<Rejection?> CarryOut(
        this DirectoryDb db,
        IReadOnlyCollection<Guid> units,
        IReadOnlyCollection<Guid> withBelow,
        IReadOnlyCollection<UnitCode> codes,
        DateOnly on,
        Func<UnitRegistry, Rejection?> act,
        CancellationToken ct
    )
    {
        var registry = await db.RegistryOf(units, withBelow, codes, on, ct);
        if (registry.Try(act) is { } refused)
            return refused;
        await UnitWriter.Write(db, registry.Changes, ct);
        return null;
    }

    /// <summary>An act on one unit: whoever may act on the unit on that day, if it is of the version that was read.</summary>
    public static async Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> ChangeOne(
        this DirectoryDb db,
        Caller caller,
        Guid id,
        IfMatch ifMatch,
        DateOnly on,
        Func<UnitRegistry, Rejection?> act,
        CancellationToken ct,
        bool withBelow = false,
        IReadOnlyCollection<Guid>? others = null,
        IReadOnlyCollection<UnitCode>? codes = null
    )
    {
        await using var change = await db.BeginChange(ct);
        var stored = db.Units.AsNoTracking().Where(u => u.Id == id);
        if (await stored.SingleOrDefaultAsync(ct) is not { } unit || !await db.ReachesEver(caller, unit, on, ct))
            return TypedResults.NotFound();
        if (ifMatch.Refuses(unit.Version) is { } stale)
            return stale;
        if (await db.CarryOut([id, .. others ?? []], withBelow ? [id] : [], codes ?? [], on, act, ct) is { } refused)
            return refused.ToProblem();
        await change.Commit(ct);
        var changed = await stored.SingleAsync(ct);
        return TypedResults.Ok(UnitView.Of(changed, changed.On(on) ?? changed.Last));
    }

    // A day outside of the unit's life is for the rules to refuse by name, to whoever may act on the unit at all.
    private static Task<bool> ReachesEver(this DirectoryDb db, Caller caller, Unit unit, DateOnly on, CancellationToken ct)
    {
        var day =
            on < unit.Begins ? unit.Begins
            : unit.Ends is { } end && on >= end ? end.AddDays(-1)
            : on;
        return db.Reaches(caller, unit.Id, day, ct);
    }
}
