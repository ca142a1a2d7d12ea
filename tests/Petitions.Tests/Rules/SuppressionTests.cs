using DanVan.Petitions.Publicity;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Small counts identify people (Luật TC Đ8.3, Đ56): they are not shown, nor anything that gives them away.</summary>
public sealed class SuppressionTests
{
    const int Fewest = 5;
    const int Tables = 60;

    [Fact]
    public void No_count_that_is_left_out_can_be_worked_out_from_what_is_shown()
    {
        var left = 0;
        for (var seed = 0; seed < Tables; seed++)
        {
            var tree = Random(seed);
            var hidden = Suppression.Of(tree, Fewest);
            var attacker = new Attacker(tree, hidden);

            Assert.True(attacker.Solved() is { Count: 0 }, $"table {seed}: {string.Join(' ', attacker.Solved())}");
            Assert.True(attacker.NarrowestSpan() >= Fewest - 1, $"table {seed}: {attacker.NarrowestSpan()}");
            left += Cells(tree).Count(at => tree[at.Row, at.Cell] > 0 && !hidden[at.Row, at.Cell]);
        }
        Assert.True(left > Tables * 20, $"Something is left to read: {left} counts.");
    }

    [Fact]
    public void Without_complements_the_same_attack_finds_them()
    {
        var found = 0;
        for (var seed = 0; seed < Tables; seed++)
        {
            var tree = Random(seed);
            found += new Attacker(tree, Suppression.Of(tree, Fewest, complements: false)).Solved().Count;
        }
        Assert.True(found > Tables, $"{found} counts were worked out.");
    }

    [Fact]
    public void Every_small_count_is_left_out_and_zero_is_always_shown()
    {
        for (var seed = 0; seed < Tables; seed++)
        {
            var tree = Random(seed);
            var hidden = Suppression.Of(tree, Fewest);
            Assert.All(
                Cells(tree),
                at =>
                {
                    var count = tree[at.Row, at.Cell];
                    Assert.True(count is 0 or >= Fewest || hidden[at.Row, at.Cell]);
                    Assert.False(count == 0 && hidden[at.Row, at.Cell]);
                }
            );
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(Fewest - 1, true)]
    [InlineData(Fewest, false)]
    public void Counts_from_one_up_to_less_than_the_fewest_are_small(int count, bool small)
    {
        var tree = new CountTree();
        var row = tree.Row(null);
        tree.Add(row, 0, 0, count);
        tree.Add(row, 1, 1, 20);

        Assert.Equal(small, Suppression.Of(tree, Fewest, complements: false)[row, CountTree.Cell(0, 0)]);
    }

    [Fact]
    public void A_denunciation_in_one_commune_hides_another_count_there_and_both_in_a_neighbour()
    {
        var tree = new CountTree();
        var province = tree.Row(null);
        var (one, other, third) = (tree.Row(province), tree.Row(province), tree.Row(province));
        foreach (var commune in new[] { one, other, third })
            for (var kind = 0; kind < CountTree.Parts; kind++)
                tree.Add(commune, kind, 0, commune == one && kind == 1 ? 1 : 20 + kind);

        var hidden = Suppression.Of(tree, Fewest);

        var all = CountTree.Cell(1, CountTree.All);
        Assert.True(hidden[one, all]);
        Assert.True(hidden[other, all] ^ hidden[third, all]);
        Assert.False(hidden[province, all]);
        Assert.False(hidden[one, CountTree.Cell(CountTree.All, CountTree.All)]);
    }

    [Fact]
    public void A_single_paper_takes_all_its_totals_with_it()
    {
        var tree = new CountTree();
        var country = tree.Row(null);
        var province = tree.Row(country);
        tree.Add(province, 0, 0, 1);

        var hidden = Suppression.Of(tree, Fewest);

        Assert.Equal(Cells(tree).Count(at => tree[at.Row, at.Cell] > 0), Cells(tree).Count(at => hidden[at.Row, at.Cell]));
    }

    /// <summary>Each beside the other: four times the provinces take about four times as long, where a second look at all for each would take sixteen times.</summary>
    [Fact]
    public void Its_work_grows_with_the_country_and_not_with_its_square()
    {
        Time(1); // Compiles it.
        var (few, many) = (Time(4), Time(16));

        Assert.True(many < 9 * few, $"{few.TotalMilliseconds} ms for 4 provinces, {many.TotalMilliseconds} ms for 16");

        static TimeSpan Time(int provinces)
        {
            var random = new System.Random(7);
            var tree = new CountTree();
            var country = tree.Row(null);
            for (var i = 0; i < provinces; i++)
            {
                var province = tree.Row(country);
                for (var j = 0; j < 98; j++)
                    Fill(tree, tree.Row(province), random);
            }
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            Suppression.Of(tree, Fewest);
            return System.Diagnostics.Stopwatch.GetElapsedTime(began);
        }
    }

    static IEnumerable<(int Row, int Cell)> Cells(CountTree tree) =>
        from row in Enumerable.Range(0, tree.Rows)
        from cell in Enumerable.Range(0, CountTree.Cells)
        select (row, cell);

    /// <summary>A country with provinces, each with communes and a book of its own.</summary>
    static CountTree Random(int seed)
    {
        var random = new System.Random(seed);
        var tree = new CountTree();
        var country = tree.Row(null);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var province = tree.Row(country);
            Fill(tree, tree.Row(province), random);
            for (var j = random.Next(0, 5); j > 0; j--)
                Fill(tree, tree.Row(province), random);
        }
        return tree;
    }

    static void Fill(CountTree tree, int row, System.Random random)
    {
        for (var kind = 0; kind < CountTree.Parts; kind++)
        for (var state = 0; state < CountTree.Parts; state++)
            tree.Add(
                row,
                kind,
                state,
                random.Next(10) switch
                {
                    < 4 => 0,
                    < 6 => random.Next(1, 4),
                    _ => random.Next(5, 60),
                }
            );
    }
}
