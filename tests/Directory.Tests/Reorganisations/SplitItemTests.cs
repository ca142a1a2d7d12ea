using DanVan.Directory.Client;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Reorganisations.Drafts;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Reorganisations;

public class SplitItemTests
{
    readonly Unit root = Root();
    readonly Unit province = Province("82");
    readonly Unit neighbour = Province("87");
    readonly Unit one;
    readonly Unit other;
    readonly Unit committee;

    public SplitItemTests()
    {
        (one, other) = (Commune(province.Id, "28249"), Commune(province.Id, "28252"));
        committee = Body(one.Id);
    }

    [Fact]
    public void A_unit_ends_and_what_belonged_to_it_belongs_to_its_parts()
    {
        var (seat, part) = (Part("28249", committee), Part("28250"));

        var rehearsal = Try(Split(one, seat, part));

        Assert.Empty(rehearsal.Problems);
        Assert.Equal((TheDay, UnitChange.Split), (rehearsal.After.Find(one.Id)!.Ending!.On, rehearsal.After.Find(one.Id)!.Ending!.Change));
        Assert.Equal(("28249", province.Id), (State(rehearsal, seat).Code, State(rehearsal, seat).ParentId));
        Assert.Equal(("28250", province.Id), (State(rehearsal, part).Code, State(rehearsal, part).ParentId));
        Assert.Equal(seat.Id, rehearsal.After.Find(committee.Id)!.On(TheDay)!.ParentId);
        Assert.Null(one.Ends);
    }

    [Fact]
    public void A_unit_that_ends_is_told_with_all_its_parts_and_the_one_that_goes_on_where_it_is_named()
    {
        SplitUnit.Part[] parts = [Part("28249", committee), Part("28250")];
        Guid[] ids = [.. parts.Select(part => part.Id!.Value)];

        var unnamed = Assert.Single(Try(Split(one, parts)).Endings);
        Assert.Equal((one.Id, null), (unnamed.UnitId, unnamed.HeirId));
        Assert.Equal(ids, unnamed.SuccessorIds);

        var named = Assert.Single(Try(Split(one, parts) with { HeirId = ids[1] }).Endings);
        Assert.Equal((one.Id, ids[1]), (named.UnitId, named.HeirId));
        Assert.Equal(ids, named.SuccessorIds);
    }

    [Fact]
    public void A_unit_that_lives_on_does_not_end_and_may_be_renamed_on_that_day()
    {
        var part = Part("28250", committee);

        var rehearsal = Try(Split(one, part) with { LivesOn = true }, Rename(one));

        Assert.Empty(rehearsal.Problems);
        Assert.Empty(rehearsal.Endings);
        Assert.Equal(
            ("Tên mới", "28249"),
            (rehearsal.After.Find(one.Id)!.On(TheDay)!.Name, rehearsal.After.Find(one.Id)!.On(TheDay)!.Code)
        );
        Assert.Equal(part.Id, rehearsal.After.Find(committee.Id)!.On(TheDay)!.ParentId);
    }

    [Fact]
    public void A_draft_tells_which_units_end_change_and_begin()
    {
        var (first, second, cut) = (Part("28249", committee), Part("28250"), Part("28253"));

        var plan = Draft(TheDay, Split(one, first, second), Split(other, cut) with { LivesOn = true });

        Assert.Equal([one.Id], plan.Ending);
        Assert.Equal([other.Id], plan.Changing);
        Assert.Equal([first.Id!.Value, second.Id!.Value, cut.Id!.Value], plan.Beginning);
    }

    [Fact]
    public void What_ends_or_is_moved_by_another_item_is_given_to_no_part()
    {
        var moved = Body(one.Id);
        var into = Part("28250");
        PlanItem[] items = [Abolish(committee), Move(moved, into.Id!.Value), Split(one, Part("28249"), into)];

        var rehearsal = Rehearsal.Of(new([root, province, one, committee, moved]), items, TheDay, Basis);

        Assert.Empty(rehearsal.Problems);
        Assert.Equal(into.Id, rehearsal.After.Find(moved.Id)!.On(TheDay)!.ParentId);
        Assert.Equal("units.given-twice-or-not-below", Refused(Abolish(committee), Split(one, Part("28249", committee), into)).Rule.Code);
    }

    [Fact]
    public void A_commune_and_its_province_are_split_on_one_day_whatever_the_order_of_the_items()
    {
        var (west, east) = (Part("82") with { Kind = UnitKind.Province }, Part("83", other) with { Kind = UnitKind.Province });
        SplitUnit.Part[] parts = [Part("28249", committee) with { ParentId = west.Id }, Part("28250") with { ParentId = east.Id }];

        var rehearsal = Try(Split(one, parts), Split(province, west, east));

        Assert.Empty(rehearsal.Problems);
        Assert.Equal([west.Id, east.Id], parts.Select(part => State(rehearsal, part).ParentId));
        Assert.Equal(east.Id, rehearsal.After.Find(other.Id)!.On(TheDay)!.ParentId);
    }

    [Fact]
    public void What_is_refused_is_told_with_the_part_and_its_member()
    {
        Told("units.code-in-use", "parts[1].code", Split(one, Part("28249", committee), Part("28252")));
        Told("units.malformed-code", "parts[0].code", Split(one, Part("1", committee), Part("28250")));
        Told("units.parent-level", "parts[1].parentId", Split(one, Part("28249", committee), Part("28250") with { ParentId = other.Id }));
        Told("units.one-part", "parts", Split(one, Part("28249", committee)));
        Told("units.not-given", "parts", Split(one, Part("28249"), Part("28250")));
        Told("units.shares", "parts", Split(one, Part("28249", committee) with { Share = 0.5m }, Part("28250")));
        Told("units.given-twice-or-not-below", "parts", Split(one, Part("28249", committee), Part("28250", other)));
        Told("units.already-exists", "parts[1].id", Split(one, Part("28249", committee), Part("28250") with { Id = other.Id }));
        var department = Part(null, committee) with { Kind = UnitKind.Department, ParentId = committee.Id };
        Told("units.cycle", "parts[0].units", Split(one, department) with { LivesOn = true });
    }

    [Fact]
    public void No_part_is_put_below_a_unit_that_ends_on_that_day()
    {
        var split = Split(other, Part("28252"), Part("28253") with { ParentId = neighbour.Id });

        var problem = Refused(split, Abolish(neighbour));
        Assert.Equal((0, "units.parent-not-there", "parts[1].parentId"), (problem.Item, problem.Rule.Code, problem.Rule.Field));
        // Where the split unit was, unless told: that may end as well.
        var merger = Merge([province], RootUnit.Id, "82", UnitKind.Province);
        Assert.Equal("parts[0].parentId", Refused(merger, Split(other, Part("28252"), Part("28253"))).Rule.Field);
    }

    [Fact]
    public void Items_that_exclude_a_split_are_told()
    {
        SplitUnit.Part[] parts = [Part("28249", committee), Part("28250")];

        Assert.Equal((1, "reorganisations.ends-already"), Conflict(Split(one, parts), Rename(one)));
        Assert.Equal((1, "reorganisations.ends-already"), Conflict(Merge([one, other], province.Id, "28252"), Split(one, parts)));
        Assert.Equal((1, "reorganisations.begins-twice"), Conflict(Split(one, parts), Split(other, Part("28252"), parts[1])));
        Assert.Equal((0, "reorganisations.begins-twice"), Conflict(Split(one, parts[0], parts[0])));
        Assert.Equal("parts", Refused(Split(one, parts[0], parts[0])).Rule.Field);
        var cut = Split(one, parts[1]) with { LivesOn = true };
        Assert.Equal((1, "reorganisations.twice"), Conflict(cut, Split(one, Part("28253")) with { LivesOn = true }));
    }

    [Fact]
    public void Carried_out_once_more_it_is_refused_and_changes_nothing()
    {
        var split = Split(one, Part("28249", committee), Part("28250"));
        var after = Try(split).After;

        var again = Rehearsal.Of(after, [split], TheDay, Basis);

        Assert.Equal("units.already-ended", Assert.Single(again.Problems).Rule.Code);
        Assert.Same(after, again.After);
    }

    void Told(string rule, string field, PlanItem item)
    {
        var problem = Refused(item);
        Assert.Equal((rule, field), (problem.Rule.Code, problem.Rule.Field));
    }

    (int, string) Conflict(params IReadOnlyList<PlanItem> items) =>
        Refused(items) is var problem ? (problem.Item, problem.Rule.Code) : default;

    ItemProblem Refused(params IReadOnlyList<PlanItem> items) => Assert.Single(Try(items).Problems);

    static UnitPeriod State(Rehearsal rehearsal, SplitUnit.Part part) => rehearsal.After.Find(part.Id!.Value)!.On(TheDay)!;

    Rehearsal Try(params IReadOnlyList<PlanItem> items) =>
        Rehearsal.Of(new([root, province, neighbour, one, other, committee]), items, TheDay, Basis);
}
