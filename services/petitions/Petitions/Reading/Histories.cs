using DanVan.Chassis;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Reading;

static class Histories
{
    /// <summary>Every step of a petition from the journal, and of the ledgers that follow it since it was sent on, in the order in which they were taken.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryOf(this PetitionsDb db, Petition petition, CancellationToken ct)
    {
        var own = await db.HistoryOf(SubjectName.Of<Petition>(petition.Id), ct);
        if (petition.State is not PetitionState.Forwarded && petition.Reopenings.All(r => r.Reason is not ReopeningReason.Returned))
            return own;
        var all = own.ToList();
        foreach (var ledger in await db.FollowUps.Where(f => f.PetitionId == petition.Id).Select(f => f.Id).ToListAsync(ct))
            all.AddRange(await db.HistoryOf(SubjectName.Of<FollowUps.FollowUp>(ledger), ct));
        return [.. all.OrderBy(entry => entry.Time)];
    }
}
