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
            [],
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
            [],
            []
        );
        Assert.Equal("units.parent-not-there", refused?.Code);
    }

    [Fact]
    public void A_unit_of_the_past_may_stand_under_a_parent_of_the_past()
    {
        var parent = Province("87", "2004-01-01", "2020-01-01");
        var period = Period("2010-01-01", UnitKind.MassMobilizationBoard, default, parent.Id, "2020-01-01");
        var (unit, refused) = UnitRules.Create(Guid.CreateVersion7(), period, parent, [], []);
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
            [],
            []
        );
        Assert.Equal("units.parent-level", refused?.Code);
    }

    [Fact]
    public void There_is_only_one_root()
    {
        var (_, refused) = UnitRules.Create(Guid.CreateVersion7(), Period("2010-01-01", UnitKind.Central, default, root.Id), root, [], []);
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
    public void A_kind_changes_within_its_level_only()
    {
        var province = Province("75");
        var city = new RenameUnit.Request(Day("2026-04-30"), "Đồng Nai", "Thành phố Đồng Nai", UnitKind.Municipality, "NQ 30/2026/QH16");
        Assert.Null(RenameUnit.Decide(province, UnitChange.StatusChange, city));
        Assert.Equal("75", province.On(Day("2026-04-30"))?.Code);
        var ward = city with { On = Day("2027-01-01"), Kind = UnitKind.Ward };
        Assert.Equal("units.other-level", RenameUnit.Decide(province, UnitChange.StatusChange, ward)?.Code);
    }
}
