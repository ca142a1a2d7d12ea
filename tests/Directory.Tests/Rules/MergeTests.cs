using DanVan.Directory.Client;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Rules;

public class MergeTests
{
    readonly Unit root = Root();
    readonly Unit tienGiang = Province("82");
    readonly Unit dongThap = Province("87");

    [Fact]
    public void A_merged_unit_is_a_new_identity_that_takes_over_one_code_and_closes_the_other()
    {
        var (merged, refused) = MergeUnits.Decide(Request(), [tienGiang, dongThap], [], root, UsesOf("82", tienGiang, dongThap));
        Assert.Null(refused);
        Assert.Equal([tienGiang.Id, dongThap.Id], merged!.Predecessors.Select(predecessor => predecessor.UnitId));
        Assert.Equal("82", merged.Last.Code);
        Assert.Equal((Day("2025-07-01"), UnitChange.Merge), (dongThap.Ending!.On, dongThap.Ending.Change));
        Assert.Equal(Day("2025-07-01"), tienGiang.Ends);
    }

    [Fact]
    public void What_belonged_to_the_merged_units_belongs_to_the_new_one()
    {
        var board = Unit(UnitKind.MassMobilizationBoard, UnitLevel.Province, dongThap.Id);
        var (merged, _) = MergeUnits.Decide(Request(), [tienGiang, dongThap], [board], root, []);
        Assert.Equal(merged!.Id, board.On(Day("2025-07-01"))!.ParentId);
        Assert.Equal(dongThap.Id, board.On(Day("2025-06-30"))!.ParentId);
    }

    [Fact]
    public void A_foreign_code_is_not_taken_over()
    {
        var other = Province("82", to: "2025-07-01");
        var (_, refused) = MergeUnits.Decide(Request(), [dongThap], [], root, UsesOf("82", other));
        Assert.Equal("units.code-closed", refused?.Code);
    }

    [Fact]
    public void A_unit_that_already_ended_cannot_be_merged()
    {
        dongThap.End(UnitChange.Abolish, Day("2024-01-01"), Basis);
        Assert.Equal("units.already-ended", MergeUnits.Decide(Request(), [tienGiang, dongThap], [], root, []).Refused?.Code);
    }

    [Fact]
    public void A_unit_cannot_be_merged_into_one_below_itself() =>
        Assert.Equal(
            "units.cycle",
            MergeUnits.Decide(Request() with { ParentId = dongThap.Id }, [tienGiang, dongThap], [], dongThap, []).Refused?.Code
        );

    [Fact]
    public void A_person_may_record_a_successor_only_of_an_ended_unit_and_only_one_that_was_there()
    {
        var late = Province("99", "2025-07-02");
        var there = Province("98", "2025-07-01");
        Assert.Equal("units.still-exists", DecideSuccessor.Decide(dongThap, there, Basis)?.Code);
        dongThap.End(UnitChange.Abolish, Day("2025-07-01"), Basis);
        Assert.Equal("units.not-a-successor", DecideSuccessor.Decide(dongThap, late, Basis)?.Code);
        Assert.Null(DecideSuccessor.Decide(dongThap, there, Basis));
        Assert.Null(DecideSuccessor.Decide(dongThap, there, Basis));
        Assert.Single(there.Predecessors);
    }

    MergeUnits.Request Request() =>
        new(
            null,
            [tienGiang.Id, dongThap.Id],
            Day("2025-07-01"),
            "Đồng Tháp",
            "Tỉnh Đồng Tháp",
            UnitKind.Province,
            RootUnit.Id,
            null,
            "82",
            "NQ 202/2025/QH15"
        );
}
