using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Reading;

public static class GetPetition
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", Handle).RequireScope(Scopes.Read).WithSummary("Xem một đơn / Read a petition");

    static async Task<Results<Ok<PetitionView>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        CancellationToken ct
    ) => await db.Find(id, caller, ct) is { } petition ? TypedResults.Ok(petition.ToView(deadlines)) : TypedResults.NotFound();
}
