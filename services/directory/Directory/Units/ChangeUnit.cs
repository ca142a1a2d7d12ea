using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>The straight line that all changes of one unit follow: find, reach, decide, announce, save.</summary>
internal static class ChangeUnit
{
    public static async Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Run(
        DirectoryDb db,
        Caller caller,
        Guid id,
        IfMatch ifMatch,
        (UnitChange Change, DateOnly On, string LegalBasis) act,
        Func<Unit, Task<Rejection?>> decide,
        CancellationToken ct
    )
    {
        await using var change = await db.BeginChange(ct);
        if (await db.Units.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } unit || !await db.ReachesEver(caller, unit, act.On, ct))
            return TypedResults.NotFound();
        if (ifMatch.Refuses(unit.Version) is { } stale)
            return stale;
        if (await decide(unit) is { } refused)
            return refused.ToProblem();
        db.Announce(unit, unit.Recorded(act.Change, act.On, act.LegalBasis));
        await db.SaveChangesAsync(ct);
        await change.Commit(ct);
        return TypedResults.Ok(UnitView.Of(unit, unit.On(act.On) ?? unit.Last));
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
