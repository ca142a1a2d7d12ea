using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.FollowUps;

/// <summary>What became of a petition that was sent on: the ledger, and how far the other unit has come.</summary>
public static class ReadFollowUp
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/follow-up", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Theo dõi đơn đã chuyển / What became of a petition that was sent on");

    static async Task<Results<Ok<FollowUpView>, NotFound>> Handle(Guid id, PetitionsDb db, Caller caller, CancellationToken ct) =>
        await db.FindFollowUp(id, caller, ct) is { } found
            ? TypedResults.Ok(FollowUpView.Of(found, await db.StateOf(found.EnteredAs, ct)))
            : TypedResults.NotFound();
}
