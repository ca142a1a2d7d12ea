using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DanVan.Petitions.Respondents;

/// <summary>Which petitions a caller may know of: those of its units, but none that is about the person whose account it is (NĐ 31/2019 Đ5).</summary>
static class KnownPetitions
{
    public static IQueryable<Petition> KnownTo(this IQueryable<Petition> petitions, Caller caller, PetitionsDb db) =>
        petitions.Visible(caller, db, p => p.ReceivedOn).NotAbout(caller, db);

    public static IQueryable<Petition> NotAbout(this IQueryable<Petition> petitions, Caller caller, PetitionsDb db) =>
        db.About(caller) is { } about ? petitions.Where(p => !about.Contains(p.Id)) : petitions;

    /// <summary>Ids of the petitions about the caller's own person, with all papers of their cases; null for a caller that is no person.</summary>
    public static IQueryable<Guid>? About(this PetitionsDb db, Caller caller)
    {
        if (caller.PersonId is not { } person)
            return null;
        var key = db.GetService<PartyVault>().KeyOf(Party.OfPerson(person));
        return from respondent in db.Respondents
            where respondent.Key == key
            join named in db.Petitions on respondent.PetitionId equals named.Id
            join paper in db.Petitions on named.CaseId equals paper.CaseId
            select paper.Id;
    }

    /// <summary>Whether a petition that is reached by another way is about the caller's own person.</summary>
    public static async Task<bool> IsAbout(this PetitionsDb db, Caller caller, Guid petition, CancellationToken ct) =>
        db.About(caller) is { } about && await about.ContainsAsync(petition, ct);
}
