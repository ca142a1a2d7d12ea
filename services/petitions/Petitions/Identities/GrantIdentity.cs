using System.ComponentModel.DataAnnotations;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>Who decides on a petition lets somebody open the identity behind it: one reader, one purpose, some hours. The journal keeps it.</summary>
public static class GrantIdentity
{
    /// <param name="Reader">The account or client that may read, as its tokens name it (<c>sub</c>).</param>
    /// <param name="Hours">For how long; the longest that the settings allow when left out.</param>
    public sealed record Request([Text(200)] string Reader, ReadingPurpose Purpose, [Range(1, 24 * 366)] int? Hours);

    public sealed record IdentityGrantView(
        Guid Id,
        string Reader,
        ReadingPurpose Purpose,
        string GrantedBy,
        DateTimeOffset Until,
        DateTimeOffset? RevokedAt
    )
    {
        internal static IdentityGrantView Of(IdentityGrant grant) =>
            new(grant.Id, grant.Reader, grant.Purpose, grant.GrantedBy, grant.Until, grant.RevokedAt);
    }

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/identity-grants", List)
            .WithName("listIdentityGrants")
            .RequireScope(Scopes.Decide)
            .WithSummary("Ai được mở danh tính của đơn / Who may open the identity behind a petition");
        group
            .MapPost("/{id:guid}/identity-grants", Grant)
            .WithName("grantIdentity")
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey()
            .WithSummary("Cho phép mở danh tính trong thời gian nhất định / Let somebody open the identity for a time")
            .WithExample(new Request("can-bo-xac-minh", ReadingPurpose.XacMinh, 24));
        group
            .MapPost("/{id:guid}/identity-grants/{identityGrantId:guid}/revocation", Revoke)
            .WithName("revokeIdentityGrant")
            .RequireScope(Scopes.Decide)
            .WithSummary("Thu hồi việc cho phép mở danh tính / Take the leave back");
    }

    static async Task<Results<Ok<IReadOnlyList<IdentityGrantView>>, NotFound>> List(
        Guid id,
        PetitionsDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.Find(id, caller, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<IdentityGrantView>>([
                .. (await db.IdentityGrants.AsNoTracking().Where(g => g.PetitionId == id).OrderBy(g => g.Id).ToListAsync(ct)).Select(
                    IdentityGrantView.Of
                ),
            ]);

    static async Task<Results<Created<IdentityGrantView>, NotFound, ProblemHttpResult>> Grant(
        Guid id,
        Request request,
        PetitionsDb db,
        Caller caller,
        IOptions<VaultOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        var longest = options.Value.GrantHours;
        if (request.Hours > longest)
            return RefusedIdentity.GrantTooLong(longest).ToProblem();
        if (request.Reader == caller.Subject)
            return RefusedIdentity.GrantToOneself.ToProblem();
        if (!await db.SealedIdentities.AnyAsync(s => s.PetitionId == id && s.ErasedOn == null, ct))
            return Refused.NoIdentity.ToProblem();
        var grant = new IdentityGrant
        {
            PetitionId = id,
            Reader = request.Reader,
            Purpose = request.Purpose,
            GrantedBy = caller.Subject,
            Until = clock.GetUtcNow().AddHours(request.Hours ?? longest),
        };
        db.Add(grant);
        var (kind, purpose) = (EnumNames.Of(petition.Kind), EnumNames.Of(grant.Purpose));
        db.Announce(petition, new IdentityAccessGranted(id, kind, grant.Id, grant.Reader, purpose, grant.Until));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/petitions/{id}/identity-grants", IdentityGrantView.Of(grant));
    }

    static async Task<Results<Ok<IdentityGrantView>, NotFound>> Revoke(
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
