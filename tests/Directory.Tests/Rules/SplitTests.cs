using DanVan.Chassis.Http;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Rules;

public class SplitTests
{
    static readonly DateOnly On = Day("2020-01-01");
    readonly Unit root = Root();
    readonly Unit province = Province("62");
    readonly Unit one;
    readonly Unit other;
    readonly UnitRegistry registry;

    public SplitTests()
    {
        (one, other) = (Commune("00001", province), Commune("00004", province));
        registry = new UnitRegistry([root, province, one, other]);
    }

    [Fact]
    public void Each_part_is_a_new_identity_and_the_one_at_the_old_seat_keeps_the_code()
    {
        Assert.Null(Split(false, Part("62", one), Part("67", other)));
        var ended = registry.Find(province.Id)!;
        Assert.Equal((On, UnitChange.Split), (ended.Ending!.On, ended.Ending.Change));
        var parts = registry.Units.Where(unit => unit.Begins == On).OrderBy(unit => unit.Last.Code).ToList();
        Assert.Equal(["62", "67"], parts.Select(part => part.Last.Code));
        Assert.All(parts, part => Assert.Equal(province.Id, Assert.Single(part.Predecessors).UnitId));
        Assert.Equal(parts[1].Id, registry.Find(other.Id)!.On(On)!.ParentId);
        Assert.Equal(province.Id, registry.Find(other.Id)!.On(On.AddDays(-1))!.ParentId);
    }

    [Fact]
    public void A_part_may_be_cut_out_of_a_unit_that_lives_on_with_its_code()
    {
        Assert.Null(Split(true, Part("67", other) with { Share = 0.4m }));
        var remains = registry.Find(province.Id)!;
        Assert.Equal((null, "62", UnitChange.Split), (remains.Ends, remains.Last.Code, remains.Last.Change));
        Assert.Equal(province.Id, registry.Find(one.Id)!.On(On)!.ParentId);
        var part = registry.Units.Single(unit => unit.Begins == On);
        Assert.Equal(0.4m, Assert.Single(part.Predecessors).Share);
        Assert.Equal("units.code-in-use", Split(true, Part("62") with { Name = "Khác" }, Day("2021-01-01"))?.Code);
    }

    [Fact]
    public void Everything_below_a_unit_that_ends_must_be_given_to_a_part() =>
        Assert.Equal("units.not-given", Split(false, Part("62", one), Part("67"))?.Code);

    [Fact]
    public void A_unit_below_goes_to_one_part_only_and_must_be_below()
    {
        Assert.Equal("units.given-twice-or-not-below", Split(false, Part("62", one, other), Part("67", other))?.Code);
        Assert.Equal("units.given-twice-or-not-below", Split(false, Part("62", one, other), Part("67", root))?.Code);
    }

    [Fact]
    public void A_split_makes_two() => Assert.Equal("units.one-part", Split(false, Part("62", one, other))?.Code);

    [Theory]
    [InlineData(false, 0.6, 0.4, true)]
    [InlineData(false, 0.6, 0.3, false)]
    [InlineData(false, 1.0, 0.0, false)]
    [InlineData(false, 0.6, null, false)]
    [InlineData(true, 0.6, 0.3, true)]
    [InlineData(true, 0.6, 0.4, false)]
    public void Shares_are_told_for_all_parts_and_are_parts_of_one(bool livesOn, double first, double? second, bool fits)
    {
        var parts = new[]
        {
            Part(livesOn ? "66" : "62", one) with
            {
                Share = (decimal)first,
            },
            Part("67", other) with
            {
                Share = (decimal?)second,
            },
        };
        Assert.Equal(fits ? null : "units.shares", Split(livesOn, parts)?.Code);
    }

    [Fact]
    public void A_unit_is_not_split_on_its_first_day() =>
        Assert.Equal("units.before-it-exists", Split(true, Part("67", other), Day("2004-01-01"))?.Code);

    [Fact]
    public void The_root_is_not_split()
    {
        var request = new SplitUnit.Request(On, true, [Part("67")], Basis);
        var refused = registry.Try(r => SplitUnit.Apply(r, root.Id, request, out _));
        Assert.Equal(("units.only-one-root", null), (refused?.Code, refused?.Field));
    }

    [Fact]
    public void A_part_cannot_stand_below_what_is_given_to_it()
    {
        var committee = Unit(UnitKind.PartyCommittee, UnitLevel.Province, province.Id);
        var bodies = new UnitRegistry([root, province, committee]);
        var part = Part("67", committee) with { Kind = UnitKind.Department, Code = null, ParentId = committee.Id };
        Assert.Equal("units.cycle", bodies.Try(r => SplitUnit.Apply(r, province.Id, new(On, true, [part], Basis), out _))?.Code);
        Assert.Equal(3, bodies.Units.Count());
    }

    Rejection? Split(bool livesOn, params SplitUnit.Part[] parts) =>
        registry.Try(r => SplitUnit.Apply(r, province.Id, new(On, livesOn, parts, Basis), out _));

    Rejection? Split(bool livesOn, SplitUnit.Part part, DateOnly on) =>
        registry.Try(r => SplitUnit.Apply(r, province.Id, new(on, livesOn, [part], Basis), out _));

    static SplitUnit.Part Part(string code, params Unit[] units) =>
        new(null, "Phần", $"Tỉnh Phần {code}", UnitKind.Province, null, null, code, null, null, [.. units.Select(unit => unit.Id)]);
}
