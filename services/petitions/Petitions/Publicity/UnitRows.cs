using DanVan.Directory.Client;

namespace DanVan.Petitions.Publicity;

/// <summary>The rows of units that have papers and of all above them: a total each, and beside it the unit's own where others stand below.</summary>
sealed class UnitRows(UnitTree units, DateOnly today)
{
    readonly Dictionary<Guid, (Guid? Parent, int Total)> totals = [];
    readonly Dictionary<Guid, int> own = [];

    public CountTree Tree { get; } = new();

    public IEnumerable<Guid> Units => totals.Keys;

    public Guid? ParentOf(Guid unit) => totals[unit].Parent;

    public int TotalOf(Guid unit) => totals[unit].Total;

    /// <summary>The row of the unit's own papers. All units are entered before it is asked for.</summary>
    public int OwnOf(Guid unit)
    {
        var total = totals[unit].Total;
        if (Tree.Children(total).Count == 0)
            return total;
        return own.TryGetValue(unit, out var row) ? row : own[unit] = Tree.Row(total);
    }

    /// <summary>The unit, and those above it as they stand today; an ended one where it stood on its last day.</summary>
    public void Enter(Guid unit)
    {
        var day = units.LastDay(unit) is { } last && last < today ? last : today;
        Guid[] line = [unit, .. units.Ancestors(unit, day).Select(above => above.UnitId)];
        for (var at = line.Length - 1; at >= 0; at--)
            if (!totals.ContainsKey(line[at]))
            {
                var parent = at + 1 < line.Length ? line[at + 1] : (Guid?)null;
                totals[line[at]] = (parent, Tree.Row(parent is { } above ? totals[above].Total : null));
            }
    }
}
