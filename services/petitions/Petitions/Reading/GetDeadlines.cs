using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Reading;

public static class GetDeadlines
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/deadlines", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Các thời hạn của một đơn và cách tính / Every time limit of a petition and how it was counted");

    static async Task<Results<Ok<IReadOnlyList<DeadlineView>>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        return TypedResults.Ok<IReadOnlyList<DeadlineView>>([.. petition.Deadlines.OrderBy(d => d.Id).Select(deadlines.Explain)]);
    }
}
