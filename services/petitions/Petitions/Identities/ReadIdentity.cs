using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>Opens a sealed identity. The journal keeps who opened it and what for, in the same transaction that lets it out.</summary>
public static class ReadIdentity
{
    public sealed record Request(ReadingPurpose Purpose);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/identity-readings", Handle)
            .RequireScope(Scopes.Identity)
            .WithoutIdempotency() // An answer kept for repetition would be the identity in the clear; and each look is a reading of its own.
            .WithSummary("Mở danh tính được niêm phong, có ghi nhật ký / Open the sealed identity; the journal keeps who and what for")
            .WithDescription("That of a denouncer takes leave given beforehand: see identity-grants.")
            .WithExample(new Request(ReadingPurpose.XacMinh));

    static async Task<Results<Ok<Petitioner>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        PetitionsDb db,
        Caller caller,
        IdentityVault vault,
        IOptions<VaultOptions> options,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (await db.SealedIdentities.AsNoTracking().SingleOrDefaultAsync(s => s.PetitionId == id, ct) is not { } identity)
            return Refused.NoIdentity.ToProblem();
        if (identity.ErasedOn is not null)
            return RefusedIdentity.Erased.ToProblem();
        if (options.Value.NeedsGrant(petition.Kind) && !await IsGranted(db, id, request.Purpose, caller, clock.GetUtcNow(), ct))
            return RefusedIdentity.NotGranted.ToProblem();
        var petitioner = vault.Open(identity);
        db.Announce(petition, new IdentityRead(id, EnumNames.Of(petition.Kind), caller.Subject, EnumNames.Of(request.Purpose)));
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(petitioner);
    }

    internal static Task<bool> IsGranted(
        PetitionsDb db,
        Guid id,
        ReadingPurpose purpose,
        Caller caller,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        db.IdentityGrants.AnyAsync(
            g => g.PetitionId == id && g.Reader == caller.Subject && g.Purpose == purpose && g.RevokedAt == null && g.Until > now,
            ct
        );
}
