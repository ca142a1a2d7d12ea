using System.Collections.Concurrent;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Consolidation;

/// <summary>Which reports on a form are owed for a period, as the tree stood on its last day; worked out once for each state of the tree.</summary>
public sealed class ExpectedReports(UnitTree tree, DutyCatalogue duties)
{
    const int Kept = 4096;

    readonly ConcurrentDictionary<(string Form, Period Period, Guid Unit), (long Revision, IReadOnlyList<Guid> Units)> known = [];

    /// <summary>The units that owe one, of a unit and all below it, parents before children.</summary>
    public IReadOnlyList<Guid> Of(string form, Period period, Guid unit)
    {
        var (key, revision) = ((form, period, unit), tree.Revision);
        if (known.TryGetValue(key, out var counted) && counted.Revision == revision)
            return counted.Units;
        var kinds = duties.KindsOwing(form, period);
        Guid[] units = [.. tree.Subtree(unit, period.To).Where(one => kinds.Contains(one.Kind)).Select(one => one.UnitId)];
        if (known.Count >= Kept)
            known.Clear();
        known[key] = (revision, units);
        return units;
    }
}
