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
        if (await Refuses(petition, purpose, caller, ct) is { } refused)
            return (refused, null);
        var petitioner = vault.Open(identity);
        Tell(petition, purpose, caller);
        return (null, petitioner);
    }

    /// <summary>Why this caller may not read who is behind the petition for that purpose now; none when they may.</summary>
    public async Task<Rejection?> Refuses(Petition petition, ReadingPurpose purpose, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return
            !options.Value.NeedsGrant(petition.Kind)
            || await db.IdentityGrants.AnyAsync(
                g =>
                    g.PetitionId == petition.Id
                    && g.Reader == caller.Subject
                    && g.ReaderIssuer == caller.Issuer
                    && g.Purpose == purpose
                    && g.RevokedAt == null
                    && g.Until > now,
                ct
            )
            ? null
            : RefusedIdentity.NotGranted;
    }

    /// <summary>The entry of the journal.</summary>
    public void Tell(Petition petition, ReadingPurpose purpose, Caller caller) =>
        db.Announce(petition, new IdentityRead(petition.Id, EnumNames.Of(petition.Kind), caller.Subject, EnumNames.Of(purpose)));
}
