namespace DanVan.Petitions.Publicity;

/// <summary>
/// Counts by unit, kind and state with all their totals: rows form a tree, of which a row that has others below is their sum; each row has a cell for every kind
/// and state, for all kinds and for all states. A unit's own papers are a row below its total.
/// </summary>
sealed class CountTree
{
    /// <summary>Kinds, and states, each with "all" as a further one.</summary>
    public const int Parts = 4,
        All = Parts,
        Cells = (Parts + 1) * (Parts + 1);

    readonly List<int> parents = [];
    readonly List<List<int>> children = [];
    readonly List<int[]> counts = [];

    public int Rows => parents.Count;

    /// <summary>A row below another; at the top when that is none.</summary>
    public int Row(int? parent)
    {
        parents.Add(parent ?? -1);
        children.Add([]);
        counts.Add(new int[Cells]);
        if (parent is { } above)
            children[above].Add(Rows - 1);
        return Rows - 1;
    }

    /// <summary>Counts papers in a row that has none below, and so in all sums that they belong to.</summary>
    public void Add(int row, int kind, int state, int count)
    {
        for (var at = row; at >= 0; at = parents[at])
            foreach (var cell in new[] { Cell(kind, state), Cell(kind, All), Cell(All, state), Cell(All, All) })
                counts[at][cell] += count;
    }

    public static int Cell(int kind, int state) => kind * (Parts + 1) + state;

    public int this[int row, int cell] => counts[row][cell];

    /// <summary>The row that a row is part of; negative at the top.</summary>
    public int Parent(int row) => parents[row];

    public IReadOnlyList<int> Children(int row) => children[row];
}
