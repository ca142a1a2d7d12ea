using DanVan.Reporting.Cells;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests;

/// <summary>What a report adds to the figures above it, and what comes of adding.</summary>
public class ContributionTests
{
    static readonly Bilingual Name = new("tên", "name");
    static readonly Formula Formula = new([new("vn.danvan.petitions.x.v1")]);
    static readonly Indicator Counted = new("counted", Name, IndicatorType.Count, Aggregation.Sum, Aggregation.Sum, Formula);
    static readonly Indicator Manual = new("manual", Name, IndicatorType.Count, Aggregation.Sum, Aggregation.Last);
    static readonly Indicator Words = new("words", Name, IndicatorType.Text, Aggregation.Narrative, Aggregation.Narrative);
    static readonly Indicator Share = new(
        "share",
        Name,
        IndicatorType.Ratio,
        Aggregation.Ratio,
        Aggregation.Ratio,
        Ratio: new("counted", "manual")
    );
    static readonly Form Form = new("F", 1, DateOnly.MinValue, null, Name, [], [], [new("S", Name, [Share, Counted, Manual, Words])]);

    [Fact]
    public void What_the_units_below_count_themselves_is_not_added_again() => Assert.Equal(Number("counted", 2), Adds(whole: 7, own: 2));

    [Fact]
    public void An_override_of_the_whole_changes_the_own_part_by_as_much() =>
        Assert.Equal(Number("counted", 4), Adds(whole: 7, own: 2, Entry(CellState.Reported, 9)));

    [Fact]
    public void An_override_that_is_no_number_is_added_as_it_is() =>
        Assert.Equal(new Contribution("counted", CellState.NotApplicable), Adds(whole: 7, own: 2, Entry(CellState.NotApplicable, null)));

    [Fact]
    public void A_number_beside_which_something_was_left_open_is_a_lower_bound() =>
        Assert.Equal(
            new Contribution("counted", CellState.Reported, 2, AtLeast: true),
            Adds(new Figure("counted", 7, 8, 1, 0), new Figure("counted", 2, 3, 1, 0), null)
        );

    [Fact]
    public void A_ratio_adds_nothing_itself_and_the_report_is_counted()
    {
        var adds = Contribution.Of(Form, Filled(new("counted", 1, 1, 0, 0), null), Figures(new("counted", 1, 1, 0, 0)));
        Assert.Equal(["*", "counted", "manual", "words"], adds.Select(of => of.Cell));
    }

    [Fact]
    public void Ratios_are_divided_anew_from_the_added_parts()
    {
        // 1 of 2 and 9 of 98: a tenth, not the middle of 50 % and 9 %.
        var cells = Consolidated(
            [new("counted", 1, 1, 0, 0, 0), new("counted", 9, 1, 0, 0, 0)],
            [new("manual", 2, 1, 0, 0, 0), new("manual", 98, 1, 0, 0, 0)]
        );
        Assert.Equal(CellValue.Of(0.1m), cells["share"].Value);
        Assert.Equal(new RatioParts(CellValue.Of(10), CellValue.Of(100)), cells["share"].Parts);
    }

    [Theory]
    [InlineData(2, 0, 0, 0, CellState.Reported, false)]
    [InlineData(2, 1, 0, 0, CellState.Reported, true)]
    [InlineData(0, 1, 1, 1, CellState.Unspecified, false)]
    [InlineData(0, 0, 2, 0, CellState.NotApplicable, false)]
    [InlineData(0, 0, 2, 1, CellState.NotReported, false)]
    [InlineData(0, 0, 0, 0, CellState.NotReported, false)]
    public void Four_kinds_of_value_stay_four(
        int reported,
        int unspecified,
        int notApplicable,
        int notReported,
        CellState state,
        bool atLeast
    )
    {
        var cell = Consolidated([new("counted", 0, reported, unspecified, notApplicable, notReported)], [])["counted"];
        Assert.Equal((state, atLeast), (cell.Value.State, cell.AtLeast));
        Assert.Equal(state is CellState.Reported, cell.Value.Number is 0m);
    }

    [Fact]
    public void Who_is_counted_once_stands_alone_and_is_left_open_by_an_event_that_does_not_say_whom()
    {
        var people = Counted with
        {
            Formula = Formula with { Distinct = "unitId" },
            OverUnits = Aggregation.Distinct,
            OverTime = Aggregation.Distinct,
        };
        var form = Form with { Sections = [new("S", Name, [people])] };

        Assert.Equal(new Contribution("counted", CellState.Reported, 7, Alone: true), Adds(new("counted", 7, 9, 0, 0), null));
        Assert.Equal(new Contribution("counted", CellState.Unspecified, Alone: true), Adds(new("counted", 7, 9, 1, 0), null));
        Assert.Equal(
            new Contribution("counted", CellState.Reported, 8, Alone: true),
            Adds(new("counted", 7, 9, 1, 0), Entry(CellState.Reported, 8))
        );

        Contribution Adds(Figure whole, CellEntry? entry)
        {
            var cells = Cell.Fill(
                form,
                Figures(whole),
                entry is null ? new Dictionary<string, CellEntry>() : new() { ["counted"] = entry }
            );
            return Contribution.Of(form, cells, Figures(new("counted", 1, 1, 0, 0))).Single(of => of.Cell == "counted");
        }
    }

    [Theory]
    [InlineData(1, 3, CellState.Reported)]
    [InlineData(2, 0, CellState.Unspecified)]
    [InlineData(0, 1, CellState.Unspecified)]
    [InlineData(0, 0, CellState.NotReported)]
    public void What_several_counted_once_each_is_no_number_together(int reported, int unspecified, CellState state)
    {
        var people = Manual with { OverUnits = Aggregation.Distinct, OverTime = Aggregation.Distinct };

        var cell = ConsolidatedCell.Of(
            people,
            new Dictionary<string, Total> { ["manual"] = new("manual", 5, reported, unspecified, 0, 0) }
        );

        Assert.Equal((state, false), (cell.Value.State, cell.AtLeast));
        Assert.Equal(state is CellState.Reported ? 5 : null, cell.Value.Number);
    }

    static Dictionary<string, ConsolidatedCell> Consolidated(Total[] counted, Total[] manual) =>
        ConsolidatedCell
            .Of(
                Form,
                new Dictionary<string, Total> { ["counted"] = Total.Sum("counted", counted), ["manual"] = Total.Sum("manual", manual) }
            )
            .ToDictionary(cell => cell.Code);

    static Contribution Number(string cell, decimal number) => new(cell, CellState.Reported, number);

    static Contribution Adds(int whole, int own, CellEntry? entry = null) =>
        Adds(new("counted", whole, whole, 0, 0), new Figure("counted", own, own, 0, 0), entry);

    static Contribution Adds(Figure whole, Figure own, CellEntry? entry) =>
        Contribution.Of(Form, Filled(whole, entry), Figures(own)).Single(of => of.Cell == "counted");

    static IReadOnlyList<Cell> Filled(Figure whole, CellEntry? entry) =>
        Cell.Fill(Form, Figures(whole), entry is null ? new Dictionary<string, CellEntry>() : new() { ["counted"] = entry });

    static Figures Figures(Figure counted) =>
        new(new Dictionary<string, Figure> { ["counted"] = counted }, new Dictionary<string, long> { ["/danvan/petitions"] = 1 });

    static CellEntry Entry(CellState state, decimal? number) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ReportId = Guid.CreateVersion7(),
            Cell = "counted",
            Kind = EntryKind.Override,
            State = state,
            Number = number,
            Reason = "sổ giấy",
            EnteredBy = "clerk",
            EnteredAt = DateTimeOffset.UnixEpoch,
        };
}
