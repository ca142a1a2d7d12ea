using System.Collections.Concurrent;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Consolidation;

/// <summary>How many reports on a form are owed for a period below a unit; worked out once for each state of the tree.</summary>
public sealed class ExpectedReports(UnitTree tree, DutyCatalogue duties)
{
    const int Kept = 4096;

    readonly ConcurrentDictionary<(string Form, Period Period, Guid Unit), (long Revision, int Count)> known = [];

    /// <summary>Of the unit and all below it.</summary>
    public int Of(string form, Period period, Guid unit)
    {
        var (key, revision) = ((form, period, unit), tree.Revision);
        if (known.TryGetValue(key, out var counted) && counted.Revision == revision)
            return counted.Count;
        var count = tree.Subtree(unit, period.To).Count(one => Owes(form, period, one));
        if (known.Count >= Kept)
            known.Clear();
        known[key] = (revision, count);
        return count;
    }

    /// <summary>Whether a unit owes one.</summary>
    public bool Owes(string form, Period period, UnitVersion unit) => duties.For(form, period).Any(rule => rule.Kinds.Contains(unit.Kind));
}
