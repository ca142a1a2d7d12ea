using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>The one way to a sealed identity for a caller: by leave where the kind wants it, and never without an entry in the journal.</summary>
sealed class IdentityReadings(PetitionsDb db, IdentityVault vault, IOptions<VaultOptions> options, TimeProvider clock)
{
    /// <summary>Opens it and announces who did and what for; the caller saves before it lets anything out.</summary>
    /// <param name="petition">One that the caller may know of.</param>
    public async Task<(Rejection? Refused, Petitioner? Petitioner)> Open(
        Petition petition,
        ReadingPurpose purpose,
        Caller caller,
        CancellationToken ct
    )
    {
        var id = petition.Id;
        if (await db.SealedIdentities.AsNoTracking().SingleOrDefaultAsync(s => s.PetitionId == id, ct) is not { } identity)
            return (Refused.NoIdentity, null);
        if (identity.ErasedOn is not null)
            return (RefusedIdentity.Erased, null);
        if (options.Value.NeedsGrant(petition.Kind) && !await IsGranted(id, purpose, caller, ct))
            return (RefusedIdentity.NotGranted, null);
        var petitioner = vault.Open(identity);
        db.Announce(petition, new IdentityRead(id, EnumNames.Of(petition.Kind), caller.Subject, EnumNames.Of(purpose)));
        return (null, petitioner);
    }

    Task<bool> IsGranted(Guid id, ReadingPurpose purpose, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.IdentityGrants.AnyAsync(
            g => g.PetitionId == id && g.Reader == caller.Subject && g.Purpose == purpose && g.RevokedAt == null && g.Until > now,
            ct
        );
    }
}
