using DanVan.Chassis.Http;
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
        var (merged, refused, registry) = Merge(Request());
        Assert.Null(refused);
        Assert.Equal([tienGiang.Id, dongThap.Id], merged!.Predecessors.Select(predecessor => predecessor.UnitId));
        Assert.Equal("82", merged.Last.Code);
        var ended = registry.Find(dongThap.Id)!;
        Assert.Equal((Day("2025-07-01"), UnitChange.Merge), (ended.Ending!.On, ended.Ending.Change));
        Assert.Equal(Day("2025-07-01"), registry.Find(tienGiang.Id)!.Ends);
        Assert.Equal([merged.Id, tienGiang.Id, dongThap.Id], registry.Changes.Select(change => change.Unit.Id));
    }

    [Fact]
    public void What_belonged_to_the_merged_units_belongs_to_the_new_one()
    {
        var board = Unit(UnitKind.MassMobilizationBoard, UnitLevel.Province, dongThap.Id);
        var (merged, _, registry) = Merge(Request(), board);
        Assert.Equal(merged!.Id, registry.Find(board.Id)!.On(Day("2025-07-01"))!.ParentId);
        Assert.Equal(dongThap.Id, registry.Find(board.Id)!.On(Day("2025-06-30"))!.ParentId);
    }

    [Fact]
    public void A_foreign_code_is_not_taken_over()
    {
        var other = Province("80", to: "2025-07-01");
        Assert.Equal("units.code-closed", Merge(Request() with { Code = "80" }, other).Refused?.Code);
    }

    [Fact]
    public void A_unit_that_already_ended_cannot_be_merged()
    {
        dongThap.End(UnitChange.Abolish, Day("2024-01-01"), Basis);
        Assert.Equal("units.already-ended", Merge(Request()).Refused?.Code);
    }

    [Fact]
    public void A_unit_cannot_be_merged_into_one_below_itself()
    {
        Assert.Equal("units.cycle", Merge(Request() with { ParentId = dongThap.Id }).Refused?.Code);
        var committee = Unit(UnitKind.PartyCommittee, UnitLevel.Province, dongThap.Id);
        var office = Unit(UnitKind.Department, UnitLevel.Province, committee.Id);
        var below = Request() with { Kind = UnitKind.Department, Code = null, ParentId = office.Id };
        Assert.Equal("units.cycle", Merge(below, committee, office).Refused?.Code);
    }

    [Fact]
    public void Communes_of_a_province_that_merged_earlier_the_same_day_may_merge_as_well()
    {
        var (one, other) = (Commune("29869", dongThap), Commune("29890", dongThap));
        var (merged, _, registry) = Merge(Request(), one, other);
        var communes = Request() with { Predecessors = [one.Id, other.Id], Kind = UnitKind.Ward, ParentId = merged!.Id, Code = "29869" };
        Assert.Null(registry.Try(r => MergeUnits.Apply(r, communes, out _)));
        Assert.Equal((Day("2025-07-01"), dongThap.Id), (registry.Find(other.Id)!.Ends, registry.Find(other.Id)!.Last.ParentId));
    }

    [Fact]
    public void A_person_may_record_a_successor_only_of_an_ended_unit_and_only_one_that_was_there()
    {
        var late = Province("99", "2025-07-02");
        var there = Province("98", "2025-07-01");
        Assert.Equal("units.still-exists", Succeed(there)?.Code);
        dongThap.End(UnitChange.Abolish, Day("2025-07-01"), Basis);
        Assert.Equal("units.not-a-successor", Succeed(late)?.Code);
        var registry = new UnitRegistry([root, dongThap, there]);
        Assert.Null(registry.Try(r => DecideSuccessor.Apply(r, dongThap.Id, new(there.Id, Basis))));
        Assert.Null(registry.Try(r => DecideSuccessor.Apply(r, dongThap.Id, new(there.Id, Basis))));
        Assert.Equal((there.Id, UnitChange.Succession), (Assert.Single(registry.Changes).Unit.Id, registry.Changes[0].Change));
        Assert.Single(registry.Find(there.Id)!.Predecessors);

        Rejection? Succeed(Unit successor) =>
            new UnitRegistry([root, dongThap, successor]).Try(r => DecideSuccessor.Apply(r, dongThap.Id, new(successor.Id, Basis)));
    }

    [Fact]
    public void A_unit_that_is_to_succeed_another_one_does_not_end_before()
    {
        var planned = Province("98", to: "2030-01-01");
        var registry = new UnitRegistry([root, dongThap, planned]);
        Assert.Null(registry.Try(r => DecideSuccessor.Apply(r, planned.Id, new(dongThap.Id, Basis))));
        Assert.Equal(UnitChange.Merge, registry.Find(planned.Id)!.Ending!.Change);
        Assert.Equal("units.succeeds-later", registry.Try(r => AbolishUnit.Apply(r, dongThap.Id, new(Day("2030-01-01"), Basis)))?.Code);
        Assert.Null(registry.Try(r => AbolishUnit.Apply(r, dongThap.Id, new(Day("2030-01-02"), Basis))));
    }

    (Unit? Merged, Rejection? Refused, UnitRegistry Registry) Merge(MergeUnits.Request request, params Unit[] others)
    {
        var registry = new UnitRegistry([root, tienGiang, dongThap, .. others]);
        Unit? merged = null;
        var refused = registry.Try(r => MergeUnits.Apply(r, request, out merged));
        return (merged, refused, registry);
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
