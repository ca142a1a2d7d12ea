namespace DanVan.Directory.Reorganisations;

/// <summary>Items of one draft that exclude each other, whatever the units are.</summary>
internal static class PlanConflicts
{
    public static IEnumerable<ItemProblem> In(IReadOnlyList<PlanItem> items)
    {
        var ends = new Dictionary<Guid, int>();
        foreach (var (index, item) in items.Index())
        foreach (var unit in item.Ends ? item.Units : [])
            if (!ends.TryAdd(unit, index))
                yield return new(index, ReorganisationRejections.EndsAlready(ends[unit]));

        var seen = new HashSet<(PlanItemKind, Guid)>();
        var begun = new HashSet<Guid>();
        foreach (var (index, item) in items.Index())
        {
            foreach (var unit in item.Begins.Where(unit => !begun.Add(unit)))
                yield return new(index, ReorganisationRejections.BeginsTwice(item));
            foreach (var unit in item.Ends ? [] : item.Units)
                if (ends.TryGetValue(unit, out var by))
                    yield return new(index, ReorganisationRejections.EndsAlready(by));
                else if (!seen.Add((item.Kind, unit)))
                    yield return new(index, ReorganisationRejections.Twice);
        }
    }
}
