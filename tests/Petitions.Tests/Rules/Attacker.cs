using DanVan.Petitions.Publicity;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>
/// Somebody with the table as it is shown and a computer: solves all equations between counts and totals, and draws the bounds of what is left together as far
/// as they go. Knows that a count that is left out is not zero.
/// </summary>
sealed class Attacker
{
    const long Prime = 2_147_483_647;
    const long Unbounded = long.MaxValue / 4;

    readonly List<(Dictionary<int, long> Terms, long Sum)> equations = [];
    readonly Dictionary<(int Row, int Cell), int> unknown = [];

    public Attacker(CountTree tree, bool[,] hidden)
    {
        for (var row = 0; row < tree.Rows; row++)
        for (var cell = 0; cell < CountTree.Cells; cell++)
            if (hidden[row, cell])
                unknown[(row, cell)] = unknown.Count;
        for (var row = 0; row < tree.Rows; row++)
        {
            for (var cell = 0; cell < CountTree.Cells && tree.Children(row).Count > 0; cell++)
                Equation(tree, (row, cell), tree.Children(row).Select(child => (child, cell)));
            for (var part = 0; part <= CountTree.Parts; part++)
            {
                var (kind, state, at) = (part, part, row);
                var others = Enumerable.Range(0, CountTree.Parts);
                Equation(tree, (row, CountTree.Cell(kind, CountTree.All)), others.Select(s => (at, CountTree.Cell(kind, s))));
                Equation(tree, (row, CountTree.Cell(CountTree.All, state)), others.Select(k => (at, CountTree.Cell(k, state))));
            }
        }
    }

    void Equation(CountTree tree, (int Row, int Cell) total, IEnumerable<(int Row, int Cell)> parts)
    {
        var (terms, sum) = (new Dictionary<int, long>(), 0L);
        foreach (var (place, sign) in parts.Select(part => (part, 1)).Append((total, -1)))
            if (unknown.TryGetValue(place, out var x))
                terms[x] = terms.GetValueOrDefault(x) + sign;
            else
                sum -= sign * tree[place.Row, place.Cell];
        if (terms.Count > 0)
            equations.Add((terms, sum));
    }

    /// <summary>The counts whose value the equations alone give.</summary>
    public IReadOnlyList<(int Row, int Cell)> Solved()
    {
        var n = unknown.Count;
        var rows = equations
            .Select(e => Enumerable.Range(0, n).Select(x => (e.Terms.GetValueOrDefault(x) + Prime) % Prime).ToArray())
            .ToList();
        var solved = new HashSet<int>();
        var pivots = new List<(int Row, int Column)>();
        for (var (column, next) = (0, 0); column < n && next < rows.Count; column++)
        {
            var found = rows.FindIndex(next, row => row[column] != 0);
            if (found < 0)
                continue;
            (rows[next], rows[found]) = (rows[found], rows[next]);
            var scale = Inverse(rows[next][column]);
            for (var x = column; x < n; x++)
                rows[next][x] = rows[next][x] * scale % Prime;
            for (var other = 0; other < rows.Count; other++)
                if (other != next && rows[other][column] is not 0 and var factor)
                    for (var x = column; x < n; x++)
                        rows[other][x] = (rows[other][x] + (Prime - factor) * rows[next][x]) % Prime;
            pivots.Add((next++, column));
        }
        foreach (var (row, column) in pivots)
            if (rows[row].Index().All(x => x.Item == 0 || x.Index == column))
                solved.Add(column);
        return [.. unknown.Where(x => solved.Contains(x.Value)).Select(x => x.Key)];
    }

    /// <summary>The narrowest span that bounds give for any count that is left out.</summary>
    public long NarrowestSpan()
    {
        var (least, most) = (Enumerable.Repeat(1L, unknown.Count).ToArray(), Enumerable.Repeat(Unbounded, unknown.Count).ToArray());
        for (var (changed, round) = (true, 0); changed && round < 200; round++)
        {
            changed = false;
            foreach (var (terms, sum) in equations)
            foreach (var (x, sign) in terms)
            {
                // sign·x = sum − the others
                var (low, high) = (sum, sum);
                foreach (var (y, other) in terms.Where(term => term.Key != x))
                    (low, high) = (Minus(low, other > 0 ? most[y] : -least[y]), Minus(high, other > 0 ? least[y] : -most[y]));
                var (from, to) = sign > 0 ? (low, high) : (-high, -low);
                if (from > least[x])
                    (least[x], changed) = (from, true);
                if (to < most[x])
                    (most[x], changed) = (to, true);
            }
        }
        return unknown.Count == 0 ? Unbounded : Enumerable.Range(0, unknown.Count).Min(x => most[x] - least[x]);

        static long Minus(long from, long what) => Math.Clamp(from - what, -Unbounded, Unbounded);
    }

    static long Inverse(long value)
    {
        var (result, power) = (1L, Prime - 2);
        for (var b = value; power > 0; power >>= 1, b = b * b % Prime)
            if ((power & 1) == 1)
                result = result * b % Prime;
        return result;
    }
}
