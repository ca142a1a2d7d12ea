using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DanVan.Petitions.Handling;

/// <summary>What every step of a petition does around its own rule: find, compare versions, take it or be refused, announce, answer.</summary>
static class PetitionStep
{
    /// <param name="take">Takes the step, or says which rule forbids it.</param>
    /// <param name="evenOfItself">The step may be taken by a unit that is itself denounced: it hands the petition on.</param>
    /// <param name="announcement">The event that tells of the step, from the petition after it and the day on which the handling fell due before it.</param>
    public static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Take<TEvent>(
        this PetitionsDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        DeadlineEngine deadlines,
        Func<Petition, Rejection?> take,
        Func<Petition, DateOnly?, TEvent> announcement,
        CancellationToken ct,
        bool evenOfItself = false
    )
        where TEvent : class
    {
        var petition = await db.Find(id, caller, ct);
        var dueOn = petition?.Clock?.Due;
        if (!evenOfItself && petition is not null && await db.GetService<OwnUnit>().IsDenounced(petition, db, ct))
            return RefusedRespondents.MustBeHandedUp.ToProblem();
        return await db.Take(petition, ifMatch, take, p => announcement(p, dueOn), p => p.ToView(deadlines), ct);
    }

    /// <summary>The same around a step of whatever is found and has versions.</summary>
    /// <param name="found">None when the caller may not know of it.</param>
    public static async Task<Results<Ok<TView>, NotFound, ProblemHttpResult>> Take<T, TEvent, TView>(
        this PetitionsDb db,
        T? found,
        IfMatch ifMatch,
        Func<T, Rejection?> take,
        Func<T, TEvent> announcement,
        Func<T, TView> view,
        CancellationToken ct
    )
        where T : class, ISubject
        where TEvent : class
    {
        if (found is null)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(found.Version) is { } stale)
            return stale;
        if (take(found) is { } refused)
            return refused.ToProblem();
        db.Announce(found, announcement(found));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(view(found));
    }
}
