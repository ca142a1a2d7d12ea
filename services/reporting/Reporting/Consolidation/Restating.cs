using DanVan.Directory.Client;

namespace DanVan.Reporting.Consolidation;

/// <summary>Whether what a unit reported counts for another on today's tree.</summary>
public enum Placing
{
    /// <summary>It, or everything that came out of it, stands below.</summary>
    Inside,

    /// <summary>Nothing of it does.</summary>
    Outside,

    /// <summary>It was split: part of it does, and nobody can tell which part of its figures.</summary>
    Open,
}

/// <summary>Finds where the units of then stand on the tree of a later day, through mergers and splits.</summary>
public sealed class Restating(UnitTree tree, DateOnly day)
{
    readonly Dictionary<Guid, IReadOnlyList<Guid>> heirs = [];

    /// <summary>Where what <paramref name="unit"/> reported counts for <paramref name="top"/>.</summary>
    public Placing Place(Guid unit, Guid top)
    {
        var living = HeirsOf(unit);
        var inside = living.Count(heir => tree.IsWithin(heir, top, day));
        return inside == 0 ? Placing.Outside
            : inside == living.Count ? Placing.Inside
            : Placing.Open;
    }

    /// <summary>
    /// The unit while it lives; else what came out of it, to the last; of one that left nobody, the unit that it stood under. NQ 202/2025/QH15: a district's
    /// figures are its province's.
    /// </summary>
    public IReadOnlyList<Guid> HeirsOf(Guid unit)
    {
        if (heirs.TryGetValue(unit, out var known))
            return known;
        var (living, seen, open) = (new List<Guid>(), new HashSet<Guid> { unit }, new Stack<Guid>([unit]));
        while (open.TryPop(out var one))
            if (tree.Find(one, day) is not null)
                living.Add(one);
            else
                foreach (var next in Next(one))
                    if (seen.Add(next))
                        open.Push(next);
        return heirs[unit] = living;
    }

    /// <summary>The units of an earlier day out of which this one came; itself if it stood then.</summary>
    public IReadOnlyList<Guid> ForebearsOf(Guid unit, DateOnly earlier)
    {
        var (living, seen, open) = (new List<Guid>(), new HashSet<Guid> { unit }, new Stack<Guid>([unit]));
        while (open.TryPop(out var one))
            if (tree.Find(one, earlier) is not null)
                living.Add(one);
            else
                foreach (var before in tree.Find(one)?.Predecessors ?? [])
                    if (seen.Add(before))
                        open.Push(before);
        return living;
    }

    List<Guid> Next(Guid ended)
    {
        var successors = tree.Successors(ended).ToList();
        if (successors.Count > 0)
            return successors;
        return tree.LastDay(ended) is { } last && tree.Find(ended, last)?.ParentId is { } parent ? [parent] : [];
    }
}
