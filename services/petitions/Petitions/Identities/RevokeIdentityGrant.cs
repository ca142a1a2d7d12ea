using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Identities;

/// <summary>Takes leave to open an identity back before it runs out.</summary>
public static class RevokeIdentityGrant
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/identity-grants/{identityGrantId:guid}/revocation", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Thu hồi việc cho phép mở danh tính / Take the leave back");

    static async Task<Results<Ok<IdentityGrantView>, NotFound>> Handle(
        Guid id,
        Guid identityGrantId,
        PetitionsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (
            await db.Find(id, caller, ct) is not { } petition
            || await db.IdentityGrants.SingleOrDefaultAsync(g => g.Id == identityGrantId && g.PetitionId == id, ct) is not { } grant
        )
            return TypedResults.NotFound();
        if (grant.RevokedAt is not null)
            return TypedResults.Ok(IdentityGrantView.Of(grant));
        grant.Revoke(clock.GetUtcNow());
        db.Announce(petition, new IdentityAccessRevoked(id, EnumNames.Of(petition.Kind), grant.Id, grant.Reader));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(IdentityGrantView.Of(grant));
    }
}
