using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.CoHandling;

static class CoHandlers
{
    /// <summary>Those that owe an answer on one of the petitions, while that is open.</summary>
    public static IQueryable<CoHandler> OpenOf(this IQueryable<CoHandler> asked, IQueryable<Petition> petitions)
    {
        var open = petitions.Open();
        return asked.Where(c => c.AnsweredOn == null && open.Any(p => p.Id == c.PetitionId));
    }

    /// <summary>What a unit was asked to help with, when the caller may know of it.</summary>
    public static async Task<CoHandler?> FindCoHandler(
        this PetitionsDb db,
        Guid petition,
        Guid coHandler,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.IsAbout(caller, petition, ct)
            ? null
            : await db
                .CoHandlers.Visible(caller, db, c => c.AskedOn)
                .SingleOrDefaultAsync(c => c.Id == coHandler && c.PetitionId == petition, ct);
}
