using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receptions;

/// <summary>Who was heard in a session, counted.</summary>
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
    ) =>
        await db.FindReception(id, caller, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(await db.Visits.Where(v => v.ReceptionId == id).ToPage(page, v => v.Id, v => v, ct));
}
