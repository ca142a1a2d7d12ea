using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Rules;

public class UnitRulesTests
{
    readonly Unit root = Root();

    [Fact]
    public void A_unit_begins_where_its_parent_exists()
    {
        var (unit, refused) = UnitRules.Create(
            Guid.CreateVersion7(),
            Period("2010-01-01", UnitKind.Province, default, root.Id, code: "87"),
            root,
            _ => [],
            []
        );
        Assert.Null(refused);
        Assert.Equal(UnitLevel.Province, unit!.Last.Level);
    }

    [Theory]
    [InlineData("2003-12-31", null)]
    [InlineData("2019-01-01", null)]
    [InlineData("2019-01-01", "2020-01-02")]
    public void A_unit_is_refused_when_its_parent_is_not_there_all_the_time(string from, string? to)
    {
        var parent = Province("87", "2004-01-01", "2020-01-01");
        var (_, refused) = UnitRules.Create(
            Guid.CreateVersion7(),
            Period(from, UnitKind.PartyCommittee, default, parent.Id, to),
            parent,
            _ => [],
            []
        );
        Assert.Equal("units.parent-not-there", refused?.Code);
    }

    [Fact]
    public void A_unit_of_the_past_may_stand_under_a_parent_of_the_past()
    {
        var parent = Province("87", "2004-01-01", "2020-01-01");
        var period = Period("2010-01-01", UnitKind.MassMobilizationBoard, default, parent.Id, "2020-01-01");
        var (unit, refused) = UnitRules.Create(Guid.CreateVersion7(), period, parent, _ => [], []);
        Assert.Null(refused);
        Assert.Equal(UnitLevel.Province, unit!.Last.Level);
    }

    [Fact]
    public void A_body_takes_the_level_of_its_parent_and_an_administrative_unit_stands_under_a_higher_one()
    {
        var commune = Unit(UnitKind.Commune, UnitLevel.Commune, Guid.CreateVersion7(), code: "29869");
        var (_, refused) = UnitRules.Create(
            Guid.CreateVersion7(),
            Period("2010-01-01", UnitKind.Province, default, commune.Id, code: "87"),
            commune,
            _ => [],
            []
        );
        Assert.Equal("units.parent-level", refused?.Code);
    }

    [Fact]
    public void There_is_only_one_root()
    {
        var (_, refused) = UnitRules.Create(
            Guid.CreateVersion7(),
            Period("2010-01-01", UnitKind.Central, default, root.Id),
            root,
            _ => [],
            []
        );
        Assert.Equal("units.only-one-root", refused?.Code);
    }

    [Fact]
    public void A_unit_cannot_be_moved_below_itself()
    {
        var province = Province("87");
        var committee = Unit(UnitKind.PartyCommittee, UnitLevel.Province, province.Id);
        Assert.Equal("units.cycle", UnitRules.Move(province, Day("2020-01-01"), Basis, committee, [province.Id, root.Id])?.Code);
        Assert.Equal("units.cycle", UnitRules.Move(province, Day("2020-01-01"), Basis, province, [root.Id])?.Code);
    }

    [Fact]
    public void A_unit_that_has_ended_is_not_moved_not_even_below_one_that_ended_with_it()
    {
        var (gone, with) = (Province("87", to: "2020-01-01"), Province("82", to: "2020-01-01"));
        Assert.Equal("units.already-ended", UnitRules.Move(gone, Day("2021-01-01"), Basis, with, [])?.Code);
    }

    [Fact]
    public void An_end_on_record_stays_and_a_foreseen_one_may_come_earlier()
    {
        var province = Province("87");
        Assert.Null(province.End(UnitChange.Merge, Day("2025-07-01"), Basis));
        Assert.Equal("units.already-ended", province.End(UnitChange.Abolish, Day("2024-01-01"), Basis)?.Code);
        var office = Unit(UnitKind.Department, UnitLevel.Province, root.Id, to: "2030-01-01");
        Assert.Null(office.End(UnitChange.Abolish, Day("2028-01-01"), Basis));
        Assert.Equal(Day("2028-01-01"), office.Ends);
    }

    [Fact]
    public void The_code_of_a_unit_that_ended_is_not_taken_away_before()
    {
        var province = Province("87", to: "2025-07-01");
        Assert.Equal(
            "units.already-ended",
            UnitRules.Recode(province, Day("2020-01-01"), Basis, new(CodeScheme.Administrative, "88"), [])?.Code
        );
    }

    [Fact]
    public void A_change_before_the_unit_exists_is_refused()
    {
        var province = Province("87");
        Assert.Equal("units.before-it-exists", province.Change(UnitChange.Rename, Day("2003-12-31"), Basis, _ => { })?.Code);
        Assert.Single(province.Periods);
    }

    [Fact]
    public void A_change_before_a_later_change_is_refused_so_that_periods_never_overlap()
    {
        var province = Province("87");
        Assert.Null(province.Change(UnitChange.Rename, Day("2020-01-01"), Basis, period => period.Name = "Mới"));
        Assert.Equal("units.later-change", province.Change(UnitChange.Rename, Day("2019-01-01"), Basis, _ => { })?.Code);
        Assert.Equal("units.later-change", province.End(UnitChange.Abolish, Day("2020-01-01"), Basis)?.Code);
        Assert.Equal(
            [(Day("2004-01-01"), (DateOnly?)Day("2020-01-01")), (Day("2020-01-01"), null)],
            province.Periods.Select(p => (p.ValidFrom, p.ValidTo))
        );
    }

    [Fact]
    public void Two_changes_of_one_day_make_one_period_with_both_documents()
    {
        var province = Province("87");
        province.Change(UnitChange.Rename, Day("2020-01-01"), "NQ 1", period => period.Name = "Mới");
        province.Change(UnitChange.StatusChange, Day("2020-01-01"), "NQ 2", period => period.Kind = UnitKind.Municipality);
        Assert.Equal(2, province.Periods.Count);
        Assert.Equal(("Mới", UnitKind.Municipality, "NQ 1; NQ 2"), (province.Last.Name, province.Last.Kind, province.Last.LegalBasis));
    }

    [Fact]
    public void An_ended_unit_changes_no_more()
    {
        var province = Province("87");
        Assert.Null(province.End(UnitChange.Abolish, Day("2025-07-01"), Basis));
        Assert.Null(province.On(Day("2025-07-01")));
        Assert.NotNull(province.On(Day("2025-06-30")));
        Assert.Equal("units.already-ended", province.Change(UnitChange.Rename, Day("2025-07-01"), Basis, _ => { })?.Code);
    }

    [Fact]
    public void What_moved_with_its_parent_and_ends_the_same_day_moved_for_no_day()
    {
        var (old, merged) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var district = Unit(UnitKind.RuralDistrict, UnitLevel.District, old, code: "866");
        Assert.Null(district.Change(UnitChange.MoveParent, Day("2025-07-01"), Basis, period => period.ParentId = merged));
        Assert.Null(district.End(UnitChange.Abolish, Day("2025-07-01"), Basis));
        Assert.Equal((old, (DateOnly?)Day("2025-07-01")), (Assert.Single(district.Periods).ParentId!.Value, district.Ends));
    }

    [Fact]
    public void A_kind_changes_within_its_level_only_and_codes_stay()
    {
        var province = Province("75");
        var registry = new UnitRegistry([root, province]);
        var city = new ChangeStatus.Request(Day("2026-04-30"), UnitKind.Municipality, "Thành phố Đồng Nai", null, "NQ 30/2026/QH16");
        Assert.Null(registry.Try(r => ChangeStatus.Apply(r, province.Id, city)));
        var changed = Assert.Single(registry.Changes);
        Assert.Equal((UnitChange.StatusChange, "75"), (changed.Change, changed.Unit.On(Day("2026-04-30"))?.Code));
        Assert.Equal((UnitKind.Province, UnitKind.Municipality), (changed.Unit.On(Day("2026-04-29"))!.Kind, changed.Unit.Last.Kind));
        Assert.Equal("units.same-kind", registry.Try(r => ChangeStatus.Apply(r, province.Id, city with { On = Day("2027-01-01") }))?.Code);
        var ward = city with { On = Day("2027-01-01"), Kind = UnitKind.Ward };
        Assert.Equal("units.other-level", registry.Try(r => ChangeStatus.Apply(r, province.Id, ward))?.Code);
    }

    [Fact]
    public void A_refused_act_changes_nothing()
    {
        var (province, other) = (Province("87"), Province("82"));
        var committee = Unit(UnitKind.PartyCommittee, UnitLevel.Province, province.Id);
        var registry = new UnitRegistry([root, province, other, committee]);
        // The province has ended in the draft when the code of the new unit is refused.
        var merger = new MergeUnits.Request(
            null,
            [province.Id],
            Day("2025-07-01"),
            "Mới",
            "Tỉnh Mới",
            UnitKind.Province,
            root.Id,
            null,
            "82",
            Basis
        );
        Assert.Equal("units.code-in-use", registry.Try(r => MergeUnits.Apply(r, merger, out _))?.Code);
        Assert.Null(registry.Find(province.Id)!.Ends);
        Assert.Equal(4, registry.Units.Count());
        Assert.Empty(registry.Changes);
    }

    [Fact]
    public void Bodies_below_a_body_that_moves_take_the_level_of_where_they_stand_now()
    {
        var province = Province("87");
        var district = Unit(UnitKind.RuralDistrict, UnitLevel.District, province.Id, code: "866");
        var board = Unit(UnitKind.MassMobilizationBoard, UnitLevel.District, district.Id);
        var (office, later) = (
            Unit(UnitKind.Department, UnitLevel.District, board.Id),
            Unit(UnitKind.Department, UnitLevel.District, board.Id, "2022-01-01")
        );
        var registry = new UnitRegistry([root, province, district, board, office, later]);
        Assert.Null(registry.Try(r => MoveUnit.Apply(r, board.Id, new(Day("2020-01-01"), province.Id, Basis))));
        Assert.Equal(UnitLevel.District, registry.Find(office.Id)!.On(Day("2019-12-31"))!.Level);
        Assert.Equal(UnitLevel.Province, registry.Find(office.Id)!.On(Day("2020-01-01"))!.Level);
        Assert.Equal(UnitLevel.Province, Assert.Single(registry.Find(later.Id)!.Periods).Level);
    }

    [Fact]
    public void An_act_on_a_unit_that_is_not_there_says_so()
    {
        var (registry, nobody) = (new UnitRegistry([root]), Guid.CreateVersion7());
        Assert.Equal("units.no-such-unit", registry.Try(r => MoveUnit.Apply(r, nobody, new(Day("2020-01-01"), root.Id, Basis)))?.Code);
        Assert.Equal("units.no-such-unit", registry.Try(r => AbolishUnit.Apply(r, nobody, new(Day("2020-01-01"), Basis)))?.Code);
    }
}
