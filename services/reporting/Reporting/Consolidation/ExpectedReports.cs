using System.Collections.Concurrent;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Consolidation;

/// <summary>Which reports on a form are owed for a period, as the tree stood on its last day; worked out once for each state of the tree.</summary>
public sealed class ExpectedReports(UnitTree tree)
{
    const int Kept = 4096;

    readonly ConcurrentDictionary<(string Form, Period Period, Guid Unit), (long Revision, IReadOnlyList<Guid> Units)> known = [];

    /// <summary>The units that owe one, of a unit and all below it, parents before children.</summary>
    public IReadOnlyList<Guid> Of(Owed owed, Guid unit)
    {
        // The one thing that ever changes about what is owed for a period; while it stands, period and form say which request it is.
        if (owed.Request is { IsWithdrawn: true })
            return [];
        var (key, revision) = ((owed.Form, owed.Period, unit), tree.Revision);
        if (known.TryGetValue(key, out var counted) && counted.Revision == revision)
            return counted.Units;
        Guid[] units = [.. tree.Subtree(unit, owed.Period.To).Where(one => owed.By(one, tree)).Select(one => one.UnitId)];
        if (known.Count >= Kept)
            known.Clear();
        known[key] = (revision, units);
        return units;
    }
}
