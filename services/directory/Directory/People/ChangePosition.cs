using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.People;

/// <summary>The straight line that all changes of a position follow: find, decide, announce, save.</summary>
internal static class ChangePosition
{
    public static async Task<Results<Ok<PositionView>, NotFound, ProblemHttpResult>> Run(
        DirectoryDb db,
        Caller caller,
        Guid id,
        IfMatch ifMatch,
        PositionChange change,
        DateOnly today,
        Func<Position, Task<Rejection?>> decide,
        CancellationToken ct
    )
    {
        if (await db.PositionsEver(caller, today).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } position)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(position.Version) is { } stale)
            return stale;
        if (await decide(position) is { } refused)
            return refused.ToProblem();
        var person = await db.People.AsNoTracking().SingleAsync(known => known.Id == position.PersonId, ct);
        db.Announce(position, position.Recorded(change, person));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PositionView.Of(position, person));
    }
}
