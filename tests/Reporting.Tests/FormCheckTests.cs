using DanVan.Reporting.Cells;
using DanVan.Reporting.Checks;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests;

public class FormCheckTests
{
    static readonly Bilingual Name = new("tên", "name");
    static readonly Form Reception = FormCatalogue.Shipped().All.Single(form => form.Code == "TTCP_TCD");

    [Theory]
    [InlineData(Comparison.Equal, 3, CheckOutcome.Holds)]
    [InlineData(Comparison.Equal, 4, CheckOutcome.Fails)]
    [InlineData(Comparison.NotEqual, 3, CheckOutcome.Fails)]
    [InlineData(Comparison.NotEqual, 4, CheckOutcome.Holds)]
    [InlineData(Comparison.Less, 3, CheckOutcome.Fails)]
    [InlineData(Comparison.Less, 4, CheckOutcome.Holds)]
    [InlineData(Comparison.AtMost, 3, CheckOutcome.Holds)]
    [InlineData(Comparison.AtMost, 2, CheckOutcome.Fails)]
    [InlineData(Comparison.Greater, 3, CheckOutcome.Fails)]
    [InlineData(Comparison.Greater, 2, CheckOutcome.Holds)]
    [InlineData(Comparison.AtLeast, 3, CheckOutcome.Holds)]
    [InlineData(Comparison.AtLeast, 4, CheckOutcome.Fails)]
    public void Two_numbers_compare(Comparison comparison, decimal right, CheckOutcome outcome)
    {
        var result = Check("A + B", comparison, "C").On(Cells(("A", CellValue.Of(1)), ("B", CellValue.Of(2)), ("C", CellValue.Of(right))));
        Assert.Equal((outcome, 3m, right), (result.Outcome, result.Left, result.Right));
    }

    [Theory]
    [InlineData(MissingValues.SkipIfAny, CheckOutcome.Skipped)]
    [InlineData(MissingValues.SkipIfAll, CheckOutcome.Holds)]
    [InlineData(MissingValues.NeverSkip, CheckOutcome.Holds)]
    public void What_is_not_reported_leaves_it_open_or_counts_as_nothing(MissingValues missing, CheckOutcome outcome) =>
        Assert.Equal(
            outcome,
            Check("A + B", Comparison.Equal, "C", missing).On(Cells(("A", CellValue.Of(1)), ("C", CellValue.Of(1)))).Outcome
        );

    [Theory]
    [InlineData(MissingValues.SkipIfAny, CheckOutcome.Skipped)]
    [InlineData(MissingValues.SkipIfAll, CheckOutcome.Skipped)]
    [InlineData(MissingValues.NeverSkip, CheckOutcome.Holds)]
    public void When_nothing_is_reported_only_who_never_skips_says_something(MissingValues missing, CheckOutcome outcome) =>
        Assert.Equal(outcome, Check("A + B", Comparison.Equal, "C", missing).On(Cells()).Outcome);

    [Theory]
    [InlineData(true, false, false, CheckOutcome.Skipped)]
    [InlineData(false, true, false, CheckOutcome.Skipped)]
    [InlineData(true, false, true, CheckOutcome.Holds)]
    [InlineData(true, true, true, CheckOutcome.Fails)]
    public void A_side_of_which_nothing_is_told_leaves_it_open_and_a_part_of_one_does_not(bool a, bool b, bool c, CheckOutcome outcome)
    {
        var told = new[] { ("A", a), ("B", b), ("C", c) }.Where(cell => cell.Item2).Select(cell => (cell.Item1, CellValue.Of(1)));
        Assert.Equal(outcome, Check("A + B", Comparison.Equal, "C", MissingValues.SkipIfSide).On(Cells([.. told])).Outcome);
    }

    [Fact]
    public void Against_a_constant_only_the_side_with_cells_can_be_missing() =>
        Assert.Equal(
            CheckOutcome.Holds,
            Check("A", Comparison.AtLeast, "1", MissingValues.SkipIfSide).On(Cells(("A", CellValue.Of(1)))).Outcome
        );

    [Fact]
    public void Some_but_not_how_many_leaves_it_open_whatever_the_strategy() =>
        Assert.Equal(
            SkipReason.Unspecified,
            Check("A", Comparison.Equal, "C", MissingValues.NeverSkip)
                .On(Cells(("A", CellValue.Unspecified), ("C", CellValue.Of(1))))
                .SkippedFor
        );

    [Fact]
    public void What_is_not_applicable_counts_as_nothing() =>
        Assert.Equal(
            CheckOutcome.Holds,
            Check("A + B", Comparison.Equal, "C")
                .On(Cells(("A", CellValue.NotApplicable), ("B", CellValue.Of(2)), ("C", CellValue.Of(2))))
                .Outcome
        );

    [Fact]
    public void Divided_by_a_cell_of_zero_it_is_left_open() =>
        Assert.Equal(
            SkipReason.DividesByZero,
            Check("A / B", Comparison.Equal, "1").On(Cells(("A", CellValue.Of(1)), ("B", CellValue.Of(0)))).SkippedFor
        );

    [Fact]
    public void Numbers_beyond_all_digits_leave_it_open() =>
        Assert.Equal(
            SkipReason.TooLarge,
            Check("A * A * A", Comparison.Equal, "1").On(Cells(("A", CellValue.Of(900_000_000_000_000)))).SkippedFor
        );

    [Theory]
    [InlineData(Comparison.CompulsoryPair, true, true, CheckOutcome.Holds)]
    [InlineData(Comparison.CompulsoryPair, true, false, CheckOutcome.Fails)]
    [InlineData(Comparison.CompulsoryPair, false, false, CheckOutcome.Holds)]
    [InlineData(Comparison.ExclusivePair, true, true, CheckOutcome.Fails)]
    [InlineData(Comparison.ExclusivePair, true, false, CheckOutcome.Holds)]
    [InlineData(Comparison.ExclusivePair, false, false, CheckOutcome.Holds)]
    public void Pairs_are_there_together_or_never(Comparison comparison, bool one, bool other, CheckOutcome outcome)
    {
        var cells = new List<(string, CellValue)>();
        if (one)
            cells.Add(("A", CellValue.Of(0)));
        if (other)
            cells.Add(("C", CellValue.Of(0)));
        Assert.Equal(outcome, Check("A", comparison, "C").On(Cells([.. cells])).Outcome);
    }

    /// <summary>Lâm Đồng, first half of 2017, as published.</summary>
    [Fact]
    public void The_published_reception_of_Lam_Dong_holds()
    {
        var cells = Cells([.. LamDong.Select(cell => (cell.Key, CellValue.Of(cell.Value)))]);
        var results = Reception
            .Checks!.Select(check => check.On(cell => cell.Of is not null ? CellValue.NotReported : cells(cell)))
            .ToList();
        // How many people the groups were was not published.
        Assert.Equal(["TCD-K9"], results.Where(result => result.Outcome is CheckOutcome.Fails).Select(result => result.Check.Code));
        Assert.Equal(
            ["TCD-K1", "TCD-K2", "TCD-K3", "TCD-K4", "TCD-K5", "TCD-K6", "TCD-K7", "TCD-K8"],
            results.Where(result => result.Outcome is CheckOutcome.Holds && result.Left is not null).Select(result => result.Check.Code)
        );
    }

    /// <summary>One visit more or less anywhere, and a rule says so.</summary>
    [Fact]
    public void No_figure_of_it_can_be_wrong_unseen()
    {
        foreach (var wrong in LamDong.Keys)
        {
            var cells = Cells([.. LamDong.Select(cell => (cell.Key, CellValue.Of(cell.Value + (cell.Key == wrong ? 1 : 0))))]);
            Assert.Contains(
                Reception.Checks!,
                check =>
                    check.Severity is Severity.Block
                    && check.On(cell => cell.Of is not null ? CellValue.NotReported : cells(cell)).Outcome is CheckOutcome.Fails
            );
        }
    }

    [Theory]
    [InlineData("A +", "holds no expression: position 4")]
    [InlineData("A + MISSING", "names a cell that the form lacks, or one without a number")]
    [InlineData("TEXT", "names a cell that the form lacks, or one without a number")]
    public void A_form_whose_rules_say_nothing_stops_the_start(string left, string says)
    {
        var indicator = new Indicator("A", Name, IndicatorType.Count, Aggregation.Sum, Aggregation.Sum);
        var text = indicator with { Code = "TEXT", Type = IndicatorType.Text };
        var form = new Form(
            "F",
            1,
            DateOnly.MinValue,
            null,
            Name,
            [],
            [],
            [new("S", Name, [indicator, text])],
            [Check(left, Comparison.Equal, "A")]
        );
        Assert.Contains(says, Assert.Throws<InvalidOperationException>(() => new FormCatalogue([form])).Message, StringComparison.Ordinal);
    }

    static readonly Dictionary<string, decimal> LamDong = new()
    {
        ["TCD01"] = 1_647,
        ["TCD01.TX"] = 1_147,
        ["TCD01.DK"] = 500,
        ["TCD02"] = 1_325 + 761,
        ["TCD02.TX"] = 1_325,
        ["TCD02.DK"] = 761,
        ["TCD03.CU"] = 736,
        ["TCD03.MOI"] = 911,
        ["TCD04"] = 20,
        ["TCD04.CU"] = 11,
        ["TCD04.MOI"] = 9,
        ["TCD05.KN"] = 408 + 11 + 3,
        ["TCD05.TC"] = 14 + 1,
        ["TCD05.KNPA"] = 1_210,
        ["TCD06.HD"] = 987,
        ["TCD06.TN"] = 660,
        ["TCD06.XONG"] = 349,
        ["TCD06.DANG"] = 311,
    };

    static FormCheck Check(string left, Comparison comparison, string right, MissingValues missing = MissingValues.SkipIfAny) =>
        new("K", Name, left, comparison, right, Missing: missing);

    static Func<CellReference, CellValue> Cells(params (string Code, CellValue Value)[] cells)
    {
        var byCode = cells.ToDictionary(cell => cell.Code, cell => cell.Value);
        return cell => byCode.GetValueOrDefault(cell.Code, CellValue.NotReported);
    }
}
