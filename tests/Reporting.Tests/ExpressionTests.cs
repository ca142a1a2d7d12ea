using DanVan.Reporting.Checks;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Tests;

public class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("12 / 4 / 3", 1)]
    [InlineData("-A.1 + 5", 3)]
    [InlineData("abs(A.1 - B_2) * 0.5", 1.5)]
    [InlineData("previous(A.1) + A.1", 42)]
    [InlineData("abs(A.1 - lastYear(A.1)) / lastYear(A.1)", 0.96)]
    [InlineData("--2", 2)]
    public void It_is_worked_out_as_written(string text, decimal value) => Assert.Equal(value, Expression.Parse(text).Of(Cell));

    [Fact]
    public void A_cell_without_a_number_counts_as_nothing() => Assert.Equal(2, Expression.Parse("A.1 + NONE").Of(Cell));

    [Theory]
    [InlineData("", 1)]
    [InlineData("1 +", 4)]
    [InlineData("(1 + 2", 7)]
    [InlineData("1 2", 3)]
    [InlineData("1/0", 2)]
    [InlineData("A / (1 - 1)", 3)]
    [InlineData("1.2.3", 1)]
    [InlineData("123456789012345678901", 1)]
    [InlineData("system(1)", 1)]
    [InlineData("previous(1)", 10)]
    [InlineData("previous(a)", 10)]
    [InlineData("lastYear(A", 11)]
    [InlineData("lastyear(A)", 1)]
    [InlineData("A = 1", 3)]
    [InlineData("A; B", 2)]
    [InlineData("đ", 1)]
    public void What_is_none_is_refused_with_its_place(string text, int position) =>
        Assert.Equal(position, Assert.Throws<ExpressionException>(() => Expression.Parse(text)).Position);

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    public void What_is_too_deep_is_refused_and_does_not_end_the_process(char opening) =>
        Assert.Equal(33, Assert.Throws<ExpressionException>(() => Expression.Parse(new string(opening, Expression.Longest))).Position);

    [Fact]
    public void What_is_too_long_is_refused_before_it_is_read() =>
        Assert.Equal(Expression.Longest + 1, Assert.Throws<ExpressionException>(() => Expression.Parse(new string('1', 100_000))).Position);

    /// <summary>What was read, written with all its brackets, says the same.</summary>
    [Fact]
    public void What_is_written_again_is_read_as_the_same()
    {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++)
        {
            var expression = Some(random, 6);
            Assert.Equal(expression, Expression.Parse(expression.ToString()!));
        }
    }

    static Expression Some(Random random, int depth) =>
        (depth == 0 ? random.Next(2) : random.Next(6)) switch
        {
            0 => new Number(random.Next(1, 1_000) / 10m),
            1 => new InCell(new($"A{random.Next(9)}", Some(random))),
            2 => new Negative(Some(random, depth - 1)),
            3 => new Absolute(Some(random, depth - 1)),
            _ => new Operation(Some(random, depth - 1), "+-*/"[random.Next(4)], Some(random, depth - 1)),
        };

    static Earlier? Some(Random random) =>
        random.Next(4) switch
        {
            0 => Earlier.PeriodBefore,
            1 => Earlier.LastYear,
            _ => null,
        };

    static decimal? Cell(CellReference cell) =>
        cell switch
        {
            { Code: "A.1", Of: Earlier.PeriodBefore } => 40,
            { Code: "A.1", Of: Earlier.LastYear } => 50,
            { Code: "A.1" } => 2,
            { Code: "B_2" } => 5,
            _ => null,
        };
}
