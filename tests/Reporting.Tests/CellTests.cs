using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests;

/// <summary>What a cell says, given what was counted and what was entered.</summary>
public class CellTests
{
    static readonly Bilingual Name = new("tên", "name");
    static readonly Indicator Counted = new(
        "counted",
        Name,
        IndicatorType.Count,
        Aggregation.Sum,
        Aggregation.Sum,
        new([new("vn.danvan.petitions.x.v1")])
    );
    static readonly Indicator Manual = new("manual", Name, IndicatorType.Count, Aggregation.Last, Aggregation.Last);
    static readonly Indicator Share = new(
        "share",
        Name,
        IndicatorType.Ratio,
        Aggregation.Ratio,
        Aggregation.Ratio,
        Ratio: new("manual", "counted")
    );
    static readonly Form Form = new("F", 1, DateOnly.MinValue, null, Name, [], [], [new("S", Name, [Share, Counted, Manual])]);

    [Fact]
    public void Nothing_counted_of_a_source_that_speaks_is_a_zero() =>
        Assert.Equal(CellValue.Of(0), Filled(new("counted", 0, 0, 0, 0))["counted"].Value);

    [Fact]
    public void A_source_that_was_never_heard_has_reported_nothing() =>
        Assert.Equal(CellValue.NotReported, Filled(new("counted", 0, 0, 0, 0), heard: false)["counted"].Value);

    [Fact]
    public void Events_that_leave_the_number_open_make_it_unspecified() =>
        Assert.Equal(CellValue.Unspecified, Filled(new("counted", null, 2, 2, 0))["counted"].Value);

    [Fact]
    public void A_sum_with_some_numbers_left_open_is_told_as_a_lower_bound()
    {
        var cell = Filled(new("counted", 5, 2, 1, 0))["counted"];

        Assert.Equal((CellValue.Of(5), 1), (cell.Value, cell.Unstated));
    }

    [Fact]
    public void A_manual_cell_says_nothing_until_it_is_filled() => Assert.Equal(CellValue.NotReported, Filled()["manual"].Value);

    [Fact]
    public void An_override_is_reported_and_the_derived_value_kept_beside_it()
    {
        var cell = Filled(new("counted", 5, 5, 0, 0), Entry("counted", EntryKind.Override, CellValue.Of(6), "một đơn ghi nhầm sổ"))[
            "counted"
        ];

        Assert.Equal((CellValue.Of(6), CellValue.Of(5)), (cell.Value, cell.Derived));
        Assert.Equal(("một đơn ghi nhầm sổ", "clerk"), (cell.Override?.Reason, cell.Override?.By));
    }

    [Fact]
    public void A_withdrawn_override_leaves_the_derived_value() =>
        Assert.Equal(
            CellValue.Of(5),
            Filled(new("counted", 5, 5, 0, 0), Entry("counted", EntryKind.Withdrawal, CellValue.NotReported, null))["counted"].Value
        );

    [Theory]
    [InlineData(CellState.Reported, 1.0, 4.0, CellState.Reported, 0.25)]
    [InlineData(CellState.Reported, 0.0, 0.0, CellState.NotApplicable, null)]
    [InlineData(CellState.NotReported, null, 4.0, CellState.NotReported, null)]
    [InlineData(CellState.Unspecified, null, 4.0, CellState.Unspecified, null)]
    [InlineData(CellState.NotApplicable, null, 4.0, CellState.NotApplicable, null)]
    public void A_ratio_is_divided_from_its_parts(CellState above, double? number, double below, CellState state, double? quotient)
    {
        var entry = Entry("manual", EntryKind.Manual, new(above, (decimal?)number), null);

        var cell = Filled(new("counted", (decimal)below, 1, 0, 0), entry)["share"];

        Assert.Equal(new CellValue(state, (decimal?)quotient), cell.Value);
        Assert.Equal(CellValue.Of((decimal)below), cell.Parts?.Denominator);
    }

    [Fact]
    public void Cells_stand_in_the_order_of_the_form() => Assert.Equal(["share", "counted", "manual"], Filled().Keys);

    static Dictionary<string, Cell> Filled(Figure? figure = null, CellEntry? entry = null, bool heard = true) =>
        Cell.Fill(
                Form,
                new(
                    new Dictionary<string, Figure> { ["counted"] = figure ?? new("counted", 0, 0, 0, 0) },
                    heard ? new Dictionary<string, long> { ["/danvan/petitions"] = 1 } : []
                ),
                entry is null ? new Dictionary<string, CellEntry>() : new Dictionary<string, CellEntry> { [entry.Cell] = entry }
            )
            .ToDictionary(cell => cell.Code);

    static CellEntry Entry(string cell, EntryKind kind, CellValue value, string? reason) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ReportId = Guid.CreateVersion7(),
            Cell = cell,
            Kind = kind,
            State = value.State,
            Number = value.Number,
            Reason = reason,
            EnteredBy = "clerk",
            EnteredAt = DateTimeOffset.UnixEpoch,
        };
}
