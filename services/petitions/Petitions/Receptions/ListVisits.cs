using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receptions;

/// <summary>Who was heard in a session, counted. A petition that the reader may not know of is not named.</summary>
public static class ListVisits
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/visits", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Các lượt tiếp của một buổi / Who was heard in a session, counted");

    static async Task<Results<Ok<Page<Visit>>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        CancellationToken ct
    )
    {
        if (await db.FindReception(id, caller, ct) is null)
            return TypedResults.NotFound();
        var known = db.Petitions.KnownTo(caller, db);
        return TypedResults.Ok(
            await db
                .Visits.Where(v => v.ReceptionId == id)
                .Select(v => new { Visit = v, IsKnown = known.Any(p => p.Id == v.PetitionId) })
                .ToPage(page, one => one.Visit.Id, one => one.IsKnown ? one.Visit : one.Visit.WithoutPetition(), ct)
        );
    }
}
