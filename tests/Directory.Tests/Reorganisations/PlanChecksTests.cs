using System.Collections.Frozen;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Reorganisations.Drafts;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Reorganisations;

public class PlanChecksTests
{
    readonly Unit root = Root();
    readonly Unit province = Province("82");
    readonly Unit neighbour = Province("87");
    readonly Unit one;
    readonly Unit other;
    readonly Unit far;
    readonly Unit committee;

    public PlanChecksTests()
    {
        (one, other, far) = (Commune(province.Id, "28249"), Commune(province.Id, "28252"), Commune(neighbour.Id, "29869"));
        committee = Body(one.Id);
    }

    [Fact]
    public void It_is_seen_by_whoever_has_all_units_concerned_below()
    {
        Assert.Equal(province.Id, Check(RootUnit.Id, [Merge([one, other], province.Id, "28249")]).UnitId);
        Assert.Equal(province.Id, Check(RootUnit.Id, [Rename(one), Rename(other)]).UnitId);
        Assert.Equal(one.Id, Check(RootUnit.Id, [Rename(one), Rename(committee)]).UnitId);
        Assert.Equal(RootUnit.Id, Check(RootUnit.Id, [Rename(one), Rename(far)]).UnitId);
        Assert.Equal(RootUnit.Id, Check(RootUnit.Id, [Move(one, neighbour.Id)]).UnitId);
        // New units begin beside the one that is split.
        Assert.Equal(province.Id, Check(RootUnit.Id, [Split(one, Part("28249", committee), Part("28250"))]).UnitId);
    }

    [Fact]
    public void What_is_out_of_reach_is_answered_like_what_is_not_there()
    {
        var unknown = Province("99");
        var verdict = Check(province.Id, [Rename(one), Rename(far), Rename(unknown), Move(other, neighbour.Id), Merge([one], RootUnit.Id)]);

        Assert.Equal([1, 2, 3, 4], verdict.Problems.Select(problem => problem.Item));
        Assert.All(verdict.Problems, problem => Assert.Equal(404, problem.Rule.Status));
        Assert.Equal(404, verdict.ToProblem()!.StatusCode);
    }

    [Fact]
    public void A_part_is_put_within_reach()
    {
        var abroad = Split(one, Part("28249", committee), Part("28250") with { ParentId = neighbour.Id });

        Assert.Equal(404, Assert.Single(Check(province.Id, [abroad]).Problems).Rule.Status);
        Assert.Equal(404, Assert.Single(Check(one.Id, [Split(one, Part("28249", committee), Part("28250"))]).Problems).Rule.Status);
        Assert.Equal(RootUnit.Id, Check(RootUnit.Id, [abroad]).UnitId);
    }

    [Fact]
    public void A_parent_that_the_same_draft_makes_is_within_reach()
    {
        var merge = Merge([one, other], province.Id, "28249");

        Assert.Empty(Check(province.Id, [Move(committee, merge.NewUnitId!.Value), merge]).Problems);
    }

    [Fact]
    public void A_draft_stands_on_what_is_signed_for_an_earlier_day()
    {
        var first = Merge([one, other], province.Id, "28249");
        var follows = Rename(one) with { Units = [first.NewUnitId!.Value] };

        Assert.Equal(404, Assert.Single(Check(RootUnit.Id, [follows]).Problems).Rule.Status);
        var verdict = Check(province.Id, [follows], Signed(Day("2026-12-01"), first));
        Assert.Empty(verdict.Problems);
        // The unit is not there yet: whoever stands above it sees the draft.
        Assert.Equal(province.Id, verdict.UnitId);
        Assert.Equal(
            "units.already-ended",
            Assert.Single(Check(RootUnit.Id, [Rename(one)], Signed(Day("2026-12-01"), first)).Problems).Rule.Code
        );
    }

    [Fact]
    public void What_is_signed_for_a_later_day_is_not_broken()
    {
        var later = Signed(Day("2027-07-01"), Rename(one));

        var verdict = Check(RootUnit.Id, [Merge([one, other], province.Id, "28249")], later);

        Assert.Empty(verdict.Problems);
        Assert.Equal("reorganisations.breaks-a-signed-one", verdict.Refused?.Code);
        Assert.Null(Check(RootUnit.Id, [Rename(other)], later).Refused);
    }

    [Fact]
    public void What_was_broken_before_is_not_this_drafts_fault()
    {
        var broken = Signed(Day("2027-07-01"), Rename(far));
        far.End(UnitChange.Abolish, Day("2026-06-01"), Basis);

        Assert.Null(Check(RootUnit.Id, [Rename(one)], broken, Signed(Day("2026-07-01"), Rename(far))).Refused);
    }

    PlanVerdict Check(Guid caller, IReadOnlyList<PlanItem> items, params IReadOnlyList<ReorganisationPlan> signed) =>
        PlanChecks.Check(
            new([root, province, neighbour, one, other, far, committee]),
            signed,
            new("Phương án thử", TheDay, items),
            new Caller("ai đó", caller, FrozenSet<string>.Empty)
        );
}
