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
    /// <param name="ReaderIssuer">Who issues those tokens (<c>iss</c>): a name is unique within its issuer only. That of the caller when left out.</param>
    /// <param name="Hours">For how long; the longest that the settings allow when left out.</param>
    public sealed record Request(
        [Text(200)] string Reader,
        ReadingPurpose Purpose,
        [Range(1, 24 * 366)] int? Hours,
        [Text(500)] string? ReaderIssuer = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/identity-grants", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey()
            .WithSummary("Cho phép mở danh tính trong thời gian nhất định / Let somebody open the identity for a time")
            .WithExample(new Request("can-bo-xac-minh", ReadingPurpose.XacMinh, 24));

    static async Task<Results<Created<IdentityGrantView>, NotFound, ProblemHttpResult>> Handle(
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
        var issuer = request.ReaderIssuer ?? caller.Issuer;
        if (request.Reader == caller.Subject && issuer == caller.Issuer)
            return RefusedIdentity.GrantToOneself.ToProblem();
        // A paper can tell who petitions though nobody put a name to the petition.
        if (
            !await db.SealedIdentities.AnyAsync(s => s.PetitionId == id && s.ErasedOn == null, ct)
            && !await db.SealedSignatories.AnyAsync(s => s.PetitionId == id && s.ErasedOn == null, ct)
            && !await db.Attachments.AnyAsync(a => a.PetitionId == id && a.ErasedOn == null, ct)
        )
            return Refused.NoIdentity.ToProblem();
        var grant = new IdentityGrant
        {
            PetitionId = id,
            Reader = request.Reader,
            ReaderIssuer = issuer,
            Purpose = request.Purpose,
            GrantedBy = caller.Subject,
            Until = clock.GetUtcNow().AddHours(request.Hours ?? longest),
        };
        db.Add(grant);
        var (kind, purpose) = (EnumNames.Of(petition.Kind), EnumNames.Of(grant.Purpose));
        db.Announce(petition, new IdentityAccessGranted(id, kind, grant.Id, grant.Reader, purpose, grant.Until, grant.ReaderIssuer));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/petitions/{id}/identity-grants", IdentityGrantView.Of(grant));
    }
}
