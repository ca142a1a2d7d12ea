using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Identities;

/// <summary>Who may open what is sealed.</summary>
static class IdentityAccess
{
    /// <summary>Why this caller may not read who is behind the petition for that purpose now; none when they may.</summary>
    public static async Task<Rejection?> RefusesReading(
        this PetitionsDb db,
        Petition petition,
        ReadingPurpose purpose,
        Caller caller,
        VaultOptions vault,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        !vault.NeedsGrant(petition.Kind)
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
