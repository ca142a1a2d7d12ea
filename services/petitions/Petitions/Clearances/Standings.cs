using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Clearances;

/// <summary>How those stand who are asked about, by the keyed hashes under which they are found.</summary>
sealed class Standings
{
    readonly ILookup<string, Petition> petitions;
    readonly ILookup<string, Hold> holds;

    Standings(IEnumerable<(byte[] Key, Petition Petition)> petitions, IEnumerable<Hold> holds)
    {
        this.petitions = petitions.ToLookup(found => Convert.ToHexString(found.Key), found => found.Petition);
        this.holds = holds.ToLookup(hold => Convert.ToHexString(hold.Key));
    }

    public Standing Under(IReadOnlyCollection<byte[]> keys)
    {
        var texts = keys.Select(Convert.ToHexString).ToList();
        return new([.. texts.SelectMany(key => petitions[key])], [.. texts.SelectMany(key => holds[key])]);
    }

    /// <summary>A paper stands for its case: what counts is the leading one, on which the steps are taken.</summary>
    public static async Task<Standings> Of(List<byte[]> keys, PetitionsDb db, CancellationToken ct)
    {
        var named = await (
            from respondent in db.Respondents
            where keys.Contains(respondent.Key)
            join paper in db.Petitions on respondent.PetitionId equals paper.Id
            join its in db.Cases on paper.CaseId equals its.Id
            select new { respondent.Key, its.LeadingId }
        ).ToListAsync(ct);
        var ids = named.Select(one => one.LeadingId).Distinct().ToList();
        var leading = await db
            .Petitions.AsNoTracking()
            .Include(p => p.Deadlines)
            .Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, ct);
        var holds = await db.Holds.AsNoTracking().Where(hold => keys.Contains(hold.Key)).ToListAsync(ct);
        return new(named.Select(one => (one.Key, leading[one.LeadingId])), holds);
    }
}

static class Predecessors
{
    /// <summary>The unit and all that it came out of and that have ended, however long ago: one that lives on answers for itself.</summary>
    public static IReadOnlyList<Guid> WithPredecessors(this UnitTree tree, Guid unit)
    {
        List<Guid> found = [unit];
        for (var next = 0; next < found.Count; next++)
            found.AddRange(
                (tree.Find(found[next])?.Predecessors ?? []).Where(former => tree.LastDay(former) is not null && !found.Contains(former))
            );
        return found;
    }
}
