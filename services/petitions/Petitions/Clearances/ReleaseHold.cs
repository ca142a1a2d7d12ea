using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Clearances;

/// <summary>Releases a hold: what had to be found out is found out.</summary>
public static class ReleaseHold
{
    /// <param name="ViolationFound">It was a violation: awards decided before are to be examined once more.</param>
    public sealed record Request(DateOnly ReleasedOn, bool ViolationFound);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/holds/{id:guid}/release", Handle)
            .RequireScope(Scopes.Clearance)
            .WithoutIdempotency() // A hold is released once, and the answer shows what is sealed.
            .WithSummary("Gỡ trường hợp chưa được xét khen thưởng / Release a hold")
            .WithExample(new Request(new DateOnly(2026, 9, 14), ViolationFound: false));

    static async Task<Results<Ok<HoldView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        PartyVault vault,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await db.Take(
            await db.KnownHolds(caller, vault).SingleOrDefaultAsync(hold => hold.Id == id, ct),
            ifMatch,
            hold => hold.Release(request.ReleasedOn, request.ViolationFound, vault.Open<HoldContent>(hold).From, clock.Today()),
            hold => new HoldReleased(hold.Id),
            hold => HoldView.Of(hold, vault),
            ct
        );
}
