using DanVan.Chassis.Http;
using DanVan.Petitions.Identities;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Groups;

/// <summary>Those who signed, as far as they are named. They are sealed: here they are told apart by their ids.</summary>
static class Named
{
    /// <summary>How many names one petition takes at most.</summary>
    public const int Most = 5_000;

    /// <summary>Those who go on with the petition.</summary>
    public static Task<List<SealedSignatory>> NamedSignatories(this PetitionsDb db, Guid petition, CancellationToken ct) =>
        db.SealedSignatories.Where(s => s.PetitionId == petition && s.ErasedOn == null && s.WithdrawnOn == null).ToListAsync(ct);

    /// <summary>No more are named than signed.</summary>
    public static Rejection? Add(int named, int more, int signatories) =>
        named + more > Math.Min(signatories, Most) ? Refused.MoreNamedThanSigned : null;

    /// <summary>Representatives are among those who signed (Luật TCD Đ29): where these are named, it is said who.</summary>
    public static Rejection? Appoint(IReadOnlyList<SealedSignatory> named, IReadOnlyList<Guid>? ids, int representatives)
    {
        HashSet<Guid> chosen = [.. ids ?? []];
        if (!chosen.IsSubsetOf(named.Select(s => s.Id)))
            return Refused.UnknownSignatory("representativeIds");
        if (named.Count > 0 && chosen.Count != representatives)
            return Refused.RepresentativesNotNamed;
        foreach (var signatory in named)
            signatory.Representative = chosen.Contains(signatory.Id);
        return null;
    }

    /// <param name="left">How many are left of all who signed.</param>
    public static Rejection? Withdraw(IReadOnlyList<SealedSignatory> named, IReadOnlyList<Guid>? ids, int count, int left, DateOnly on)
    {
        HashSet<Guid> chosen = [.. ids ?? []];
        if (!chosen.IsSubsetOf(named.Select(s => s.Id)))
            return Refused.UnknownSignatory("signatoryIds");
        // Of those who withdraw some may be named and others not, but no more stay named than are left.
        if (chosen.Count > count || named.Count - chosen.Count > left)
            return Refused.WithdrawnNotNamed;
        foreach (var signatory in named.Where(s => chosen.Contains(s.Id)))
            signatory.WithdrawnOn = on;
        return null;
    }
}
