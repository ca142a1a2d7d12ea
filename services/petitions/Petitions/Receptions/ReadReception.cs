using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receptions;

/// <summary>One session.</summary>
public static class ReadReception
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", Handle).RequireScope(Scopes.Read).WithSummary("Xem một buổi tiếp / Read a session");

    static async Task<Results<Ok<ReceptionView>, NotFound>> Handle(Guid id, PetitionsDb db, Caller caller, CancellationToken ct) =>
        await db.FindReception(id, caller, ct) is { } found ? TypedResults.Ok(ReceptionView.Of(found)) : TypedResults.NotFound();
}
