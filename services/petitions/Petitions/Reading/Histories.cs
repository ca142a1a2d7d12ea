using DanVan.Chassis;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Reading;

static class Histories
{
    /// <summary>Every step of a petition from the journal, and of the ledger that follows it since it was sent on.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryOf(this PetitionsDb db, Petition petition, CancellationToken ct)
    {
        var own = await db.HistoryOf(SubjectName.Of<Petition>(petition.Id), ct);
        if (petition.State is not PetitionState.Forwarded)
            return own;
        var ledger = await db.FollowUps.Where(f => f.PetitionId == petition.Id).Select(f => f.Id).SingleAsync(ct);
        // It begins with the petition's last step.
        return [.. own, .. await db.HistoryOf(SubjectName.Of<FollowUps.FollowUp>(ledger), ct)];
    }
}
