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
            .WithSummary("Các thời hạn của một đơn và cách tính / Every time limit of a petition and how it was counted")
            .WithDescription(
                "Those that are not `owed` by the unit come last: until when the complainant may complain again, from when on a decision has legal effect, until "
                    + "when a conclusion stays posted at least."
            );

    static async Task<Results<Ok<IReadOnlyList<DeadlineView>>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        return TypedResults.Ok<IReadOnlyList<DeadlineView>>([
            .. petition.Deadlines.OrderBy(d => d.Id).Concat(petition.Shown(deadlines, clock.Today())).Select(deadlines.Explain),
        ]);
    }
}
