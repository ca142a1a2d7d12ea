using DanVan.Reporting.Cells;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Tests;

/// <summary>What has changed between two editions.</summary>
public class EditionComparisonTests
{
    static readonly Cell Four = new("QC01", CellValue.Of(4));

    [Fact]
    public void A_cell_that_says_the_same_has_not_changed_however_it_is_written() =>
        Assert.Empty(CompareEditions.Between([Four], [Four with { Value = CellValue.Of(4.00m) }]));

    [Fact]
    public void What_the_events_say_beside_an_override_is_no_change_of_the_report()
    {
        var instead = new CellOverride(CellValue.Of(4), "vì sao", "clerk", DateTimeOffset.UnixEpoch);
        Assert.Empty(CompareEditions.Between([Four], [Four with { Derived = CellValue.Of(3), Override = instead }]));
    }

    [Fact]
    public void Zero_is_not_the_same_as_no_number()
    {
        var change = Assert.Single(
            CompareEditions.Between([Four with { Value = CellValue.NotReported }], [Four with { Value = CellValue.Of(0) }])
        );
        Assert.Equal(("QC01", CellValue.NotReported, CellValue.Of(0)), (change.Code, change.Before, change.After));
    }

    [Fact]
    public void A_cell_that_one_side_lacks_says_nothing_there()
    {
        Cell[] five = [new("QC02", CellValue.Of(5))];
        Assert.Equal(
            [("QC02", CellValue.NotReported, CellValue.Of(5)), ("QC01", CellValue.Of(4), CellValue.NotReported)],
            CompareEditions.Between([Four], five).Select(change => (change.Code, change.Before, change.After))
        );
    }
}
