using DanVan.Directory.Client;

namespace DanVan.Reporting.Periods;

static class UnitsInPeriods
{
    /// <summary>The unit as it stood at the end of the period; one that ended inside it, at its own end: it reports on its part.</summary>
    public static UnitVersion? FindIn(this UnitTree tree, Period period, Guid unit) =>
        tree.Find(unit, period.To)
        ?? (tree.LastDay(unit) is { } last && last >= period.From && last < period.To ? tree.Find(unit, last) : null);
}
