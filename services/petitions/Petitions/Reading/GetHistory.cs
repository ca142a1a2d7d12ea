using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Reading;

/// <summary>Every step of a petition, from the journal: who, when, what. Readings of the sealed identity are among them, and what became of it elsewhere.</summary>
public static class GetHistory
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}/history", Handle).RequireScope(Scopes.Read).WithSummary("Lịch sử của một đơn / The history of a petition");

    static async Task<Results<Ok<IReadOnlyList<HistoryEntry>>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        CancellationToken ct
    ) => await db.Find(id, caller, ct) is { } petition ? TypedResults.Ok(await db.HistoryOf(petition, ct)) : TypedResults.NotFound();
}
