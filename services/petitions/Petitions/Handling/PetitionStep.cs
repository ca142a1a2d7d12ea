using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>What every step of a petition does around its own rule: find, compare versions, take it or be refused, announce, answer.</summary>
static class PetitionStep
{
    /// <param name="take">Takes the step, or says which rule forbids it.</param>
    /// <param name="announcement">The event that tells of the step, from the petition after it and the day on which its first duty fell due before it.</param>
    public static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Take<TEvent>(
        this PetitionsDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        DeadlineEngine deadlines,
        Func<Petition, Rejection?> take,
        Func<Petition, DateOnly?, TEvent> announcement,
        CancellationToken ct
    )
        where TEvent : class
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(petition.Version) is { } stale)
            return stale;
        var dueOn = petition.DueOn;
        if (take(petition) is { } refused)
            return refused.ToProblem();
        db.Announce(petition, announcement(petition, dueOn));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(petition.ToView(deadlines));
    }
}
