using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Receipts;

/// <summary>The way that a petition has gone on from the unit that received it.</summary>
static class Onwards
{
    // What was sent on twice is rare; a code must not walk for ever.
    const int Most = 10;

    /// <summary>The petitions as which the units that it was sent to have entered it in their books, in order.</summary>
    public static async Task<IReadOnlyList<Petition>> Onward(this PetitionsDb db, Petition petition, CancellationToken ct)
    {
        var onward = new List<Petition>();
        for (var at = petition; at is { State: PetitionState.Forwarded } && onward.Count < Most; )
        {
            var from = at.Id;
            var entered = db.FollowUps.Where(f => f.PetitionId == from && f.ReturnedOn == null).Select(f => f.EnteredAs);
            at = await db.Petitions.Include(p => p.Deadlines).SingleOrDefaultAsync(p => entered.Contains(p.Id), ct);
            if (at is not null)
                onward.Add(at);
        }
        return onward;
    }
}
