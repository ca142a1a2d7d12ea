using DanVan.Directory.Client;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Reorganisations.Drafts;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Reorganisations;

public class RehearsalTests
{
    readonly Unit root = Root();
    readonly Unit tienGiang = Province("82");
    readonly Unit dongThap = Province("87");
    readonly Unit one;
    readonly Unit other;
    readonly Unit third;
    readonly Unit committee;

    public RehearsalTests()
    {
        (one, other, third) = (Commune(tienGiang.Id, "28249"), Commune(tienGiang.Id, "28252"), Commune(dongThap.Id, "29869"));
        committee = Body(one.Id);
    }

    [Fact]
    public void Communes_and_their_provinces_merge_on_one_day_whatever_the_order_of_the_items()
    {
        var province = Guid.CreateVersion7();
        PlanItem[] items =
        [
            Merge([one, other], province, "28249"),
            Merge([tienGiang, dongThap], RootUnit.Id, "82", UnitKind.Province, province),
        ];

        var rehearsal = Try(items);

        Assert.Empty(rehearsal.Problems);
        var after = rehearsal.After;
        Assert.Equal(province, after.Find(items[0].NewUnitId!.Value)!.On(TheDay)!.ParentId);
        Assert.Equal(province, after.Find(third.Id)!.On(TheDay)!.ParentId);
        Assert.Equal(items[0].NewUnitId, after.Find(committee.Id)!.On(TheDay)!.ParentId);
        Assert.Equal(tienGiang.Id, after.Find(one.Id)!.Last.ParentId);
        Assert.Equal(TheDay, after.Find(one.Id)!.Ends);
        Assert.Equal(rehearsal.Changes.Count, rehearsal.Changes.Select(change => change.Unit.Id).Distinct().Count());
        Assert.Equal(8, rehearsal.Changes.Count);
    }

    [Fact]
    public void Each_ending_unit_is_told_with_what_came_out_of_it()
    {
        var merge = Merge([one, other], tienGiang.Id, "28249");

        var endings = Try(merge, Abolish(third)).Endings.ToDictionary(ending => ending.UnitId, ending => ending.SuccessorIds);

        Assert.Equal([merge.NewUnitId!.Value], endings[one.Id]);
        Assert.Equal([merge.NewUnitId!.Value], endings[other.Id]);
        Assert.Empty(endings[third.Id]);
        Assert.Equal(3, endings.Count);
    }

    [Fact]
    public void What_was_cut_out_of_a_unit_before_is_not_what_came_out_of_it_when_it_ends()
    {
        third.Predecessors.Add(new(other.Id, Day("2010-01-01"), Basis));

        var ending = Assert.Single(Try(Abolish(other), Rename(third)).Endings);

        Assert.Equal(other.Id, ending.UnitId);
        Assert.Empty(ending.SuccessorIds);
    }

    [Fact]
    public void A_rehearsal_changes_nothing()
    {
        Try(Merge([one, other], tienGiang.Id, "28249"), Rename(third), Recode(dongThap, "99"), Move(committee, dongThap.Id));

        Assert.All([root, tienGiang, dongThap, one, other, third, committee], unit => Assert.Single(unit.Periods));
        Assert.All([one, other], unit => Assert.Null(unit.Ends));
    }

    [Fact]
    public void Each_item_that_a_rule_forbids_is_told_with_its_rule_and_the_others_are_not()
    {
        var problems = Try(
            Rename(third),
            Recode(one, "28252"),
            Merge([dongThap], RootUnit.Id, "123", UnitKind.Province),
            Move(tienGiang, one.Id),
            Status(other, UnitKind.Province)
        ).Problems;

        Assert.Equal(
            [(1, "units.code-in-use"), (2, "units.malformed-code"), (3, "units.cycle"), (4, "units.other-level")],
            problems.Select(problem => (problem.Item, problem.Rule.Code))
        );
    }

    [Fact]
    public void Nothing_is_moved_to_a_unit_that_ends_on_that_day()
    {
        var problems = Try(Merge([one], dongThap.Id, "28249"), Move(committee, dongThap.Id), Abolish(third), Abolish(dongThap)).Problems;

        Assert.Equal(
            [(0, "units.parent-not-there"), (1, "units.parent-not-there")],
            problems.Select(problem => (problem.Item, problem.Rule.Code))
        );
    }

    [Fact]
    public void A_unit_is_abolished_only_when_all_below_it_ends_or_moves_away_on_that_day()
    {
        Assert.Equal("units.has-units-below", Assert.Single(Try(Abolish(tienGiang)).Problems).Rule.Code);
        Assert.Empty(Try(Abolish(tienGiang), Abolish(one), Move(other, dongThap.Id), Move(committee, dongThap.Id)).Problems);
    }

    [Fact]
    public void Items_that_exclude_each_other_are_told()
    {
        var begins = Guid.CreateVersion7();
        var problems = Try(
            Merge([one, other], tienGiang.Id, "28249", id: begins),
            Abolish(one),
            Rename(other),
            Rename(third),
            Rename(third, "Tên khác"),
            Merge([third], dongThap.Id, id: begins)
        ).Problems;

        Assert.Contains(problems, problem => (problem.Item, problem.Rule.Code) == (1, "reorganisations.ends-already"));
        Assert.Contains(problems, problem => (problem.Item, problem.Rule.Code) == (2, "reorganisations.ends-already"));
        Assert.Contains(problems, problem => (problem.Item, problem.Rule.Code) == (3, "reorganisations.ends-already"));
        Assert.Contains(problems, problem => (problem.Item, problem.Rule.Code) == (5, "reorganisations.begins-twice"));
        Assert.Equal("reorganisations.twice", Assert.Single(Try(Rename(third), Rename(third)).Problems).Rule.Code);
    }

    [Fact]
    public void A_change_of_status_keeps_code_and_identity()
    {
        var after = Try(Status(dongThap, UnitKind.Municipality)).After.Find(dongThap.Id)!;

        Assert.Equal((UnitKind.Municipality, "87", "Thành phố Tên mới"), (after.Last.Kind, after.Last.Code, after.Last.FullName));
        Assert.Equal(UnitChange.StatusChange, after.Last.Change);
    }

    [Fact]
    public void Several_things_may_happen_to_one_unit_on_that_day()
    {
        var rehearsal = Try(Rename(third), Recode(third, "29870"), Move(third, tienGiang.Id));

        var state = rehearsal.After.Find(third.Id)!.On(TheDay)!;
        Assert.Equal(("Tên mới", "29870", tienGiang.Id), (state.Name, state.Code, state.ParentId));
        Assert.Single(rehearsal.Changes);
    }

    [Fact]
    public void Every_kind_of_item_has_its_rule() =>
        Assert.All(Enum.GetValues<PlanItemKind>(), kind => Assert.Equal(kind, ItemRule.Of(kind).Kind));

    Rehearsal Try(params IReadOnlyList<PlanItem> items) =>
        Rehearsal.Of(new([root, tienGiang, dongThap, one, other, third, committee]), items, TheDay, Basis);
}
