namespace DanVan.Petitions.Publicity;

/// <summary>
/// Which counts are not shown: those below a number, because they tell of persons, and as many others (complements) that none of them can be worked out from
/// what is shown, over kinds, states, units and all their totals.
/// </summary>
/// <remarks>
/// For every small count a move is found: some papers that could as well stand elsewhere, so that every count that is shown stays the same. A move is a product
/// of three: along the units (a paper more in one unit and less in another, with their sums up to where the two meet; or one more with all sums above), along
/// the kinds and along the states (one more here and less there, or one more with the total). All that a move changes is not shown, the cheapest move is taken,
/// and it must have room for as many papers as the number is, less one, with every count that is not shown staying above zero, since zero is always shown. So
/// whoever solves the equations of the table finds for each count that is not shown a span of at least that many values, and no smaller one. (The hypercube
/// method of Repsilber, with the table's totals among its corners.) A paper more with all totals is a move that always exists.
/// </remarks>
sealed class Suppression
{
    readonly CountTree tree;
    readonly int fewest;
    readonly bool[,] hidden;
    readonly bool[,] safe;

    Suppression(CountTree tree, int fewest)
    {
        (this.tree, this.fewest) = (tree, fewest);
        (hidden, safe) = (new bool[tree.Rows, CountTree.Cells], new bool[tree.Rows, CountTree.Cells]);
    }

    /// <summary>A part of the table along one of its three directions that can be changed as a whole: places, and whether each gains or loses.</summary>
    readonly record struct Step(int Place, int Sign);

    sealed record Move(Step[] Units, Step[] Kinds, Step[] States);

    /// <summary>By row and cell, whether the count is left out.</summary>
    /// <param name="fewest">Counts from one up to less than this are small.</param>
    /// <param name="complements">Only a test leaves them out, to see what they are for.</param>
    public static bool[,] Of(CountTree tree, int fewest, bool complements = true)
    {
        var suppression = new Suppression(tree, fewest);
        for (var row = 0; row < tree.Rows; row++)
        for (var cell = 0; cell < CountTree.Cells; cell++)
            suppression.hidden[row, cell] = tree[row, cell] > 0 && tree[row, cell] < fewest;
        if (complements)
            suppression.Protect();
        return suppression.hidden;
    }

    void Protect()
    {
        for (var row = 0; row < tree.Rows; row++)
        for (var cell = 0; cell < CountTree.Cells; cell++)
            if (hidden[row, cell] && !safe[row, cell])
                Take(Cheapest(row, cell));
    }

    void Take(Move move)
    {
        foreach (var unit in move.Units)
        foreach (var kind in move.Kinds)
        foreach (var state in move.States)
            hidden[unit.Place, CountTree.Cell(kind.Place, state.Place)] = safe[unit.Place, CountTree.Cell(kind.Place, state.Place)] = true;
    }

    Move Cheapest(int row, int cell)
    {
        var (best, least) = ((Move?)null, long.MaxValue);
        var (kind, state) = Math.DivRem(cell, CountTree.Parts + 1);
        foreach (var (leaf, k, s) in Papers(row, kind, state))
        {
            Step[][] along = [.. AlongUnits(row, leaf, CountTree.Cell(k, s))];
            foreach (var kinds in Along(k, kind))
            foreach (var states in Along(s, state))
            foreach (var units in along)
            {
                var move = new Move(units, kinds, states);
                if (CostOf(move, least) is not { } cost)
                    continue;
                (best, least) = (move, cost);
                if (cost == 0)
                    return move;
            }
        }
        return best!;
    }

    /// <summary>Where the few papers of a small count stand: rows that have none below, and single kinds and states.</summary>
    IEnumerable<(int Leaf, int Kind, int State)> Papers(int row, int kind, int state)
    {
        if (tree[row, CountTree.Cell(kind, state)] == 0)
            yield break;
        if (tree.Children(row).Count > 0)
        {
            foreach (var child in tree.Children(row))
            foreach (var paper in Papers(child, kind, state))
                yield return paper;
            yield break;
        }
        foreach (var k in kind == CountTree.All ? Enumerable.Range(0, CountTree.Parts) : [kind])
        foreach (var s in state == CountTree.All ? Enumerable.Range(0, CountTree.Parts) : [state])
            if (tree[row, CountTree.Cell(k, s)] > 0)
                yield return (row, k, s);
    }

    /// <summary>One more of a part, and of all; or, where the total is not to move, one less of another part.</summary>
    static IEnumerable<Step[]> Along(int part, int through)
    {
        if (through != CountTree.All)
            for (var other = 0; other < CountTree.Parts; other++)
                if (other != part)
                    yield return [new(part, 1), new(other, -1)];
        yield return [new(part, 1), new(CountTree.All, 1)];
    }

    /// <summary>One more in a row and its sums up to where another row, that has one less, meets it above <paramref name="through"/>; or up to the top.</summary>
    IEnumerable<Step[]> AlongUnits(int through, int leaf, int cell)
    {
        for (var at = through; tree.Parent(at) is >= 0 and var meeting; at = meeting)
            foreach (var sibling in tree.Children(meeting))
                if (sibling != at && tree[sibling, cell] > 0)
                    yield return [.. Line(leaf, meeting, 1), .. Line(Fullest(sibling, cell), meeting, -1)];
        yield return [.. Line(leaf, -1, 1)];
    }

    IEnumerable<Step> Line(int leaf, int below, int sign)
    {
        for (var at = leaf; at != below; at = tree.Parent(at))
            yield return new(at, sign);
    }

    int Fullest(int row, int cell)
    {
        while (tree.Children(row) is { Count: > 0 } children)
            row = children.MaxBy(child => tree[child, cell]);
        return row;
    }

    /// <summary>How many papers would be left out that were not yet; none when that is no less than the best so far, or there is no room for the move.</summary>
    long? CostOf(Move move, long least)
    {
        var (cost, up, down) = (0L, long.MaxValue / 2, long.MaxValue / 2);
        foreach (var unit in move.Units)
        foreach (var kind in move.Kinds)
        foreach (var state in move.States)
        {
            var cell = CountTree.Cell(kind.Place, state.Place);
            var count = tree[unit.Place, cell];
            if (!hidden[unit.Place, cell])
                cost += count;
            if (count == 0 || cost >= least)
                return null;
            if (unit.Sign * kind.Sign * state.Sign > 0)
                down = Math.Min(down, count - 1);
            else
                up = Math.Min(up, count - 1);
        }
        return up + down >= fewest - 1 ? cost : null;
    }
}
