using DanVan.Directory.Client;
using DanVan.Directory.Import;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Import;

public class UnitPlanTests
{
    static readonly ImportTerms Terms = new(Day("2025-07-01"), "NQ 202/2025/QH15", CompleteList: true);
    readonly Unit root = Root();

    [Fact]
    public void A_body_of_a_merged_unit_goes_to_its_successor_and_one_of_an_abolished_unit_up_the_line()
    {
        var (one, other) = (Province("82"), Province("87"));
        var district = Unit(UnitKind.RuralDistrict, UnitLevel.District, other.Id, code: "866");
        var (board, office) = (
            Unit(UnitKind.MassMobilizationBoard, UnitLevel.Province, other.Id),
            Unit(UnitKind.MassMobilizationBoard, UnitLevel.District, district.Id)
        );
        var plan = UnitPlan.Make(
            [root, one, other, district, board, office],
            [new("82", "Tỉnh Thử 82", "82", "Tỉnh Mới"), new("87", "Tỉnh Thử 87", "82", "Tỉnh Mới")],
            [Row("82", "province", "province", "Mới", "Tỉnh Mới", "")],
            Terms
        );
        Assert.DoesNotContain(plan.Results, row => row.Outcome is RowOutcome.Problem);
        var merged = plan.Changes.Single(change => change.Unit.Begins == Terms.On).Unit;
        Assert.Equal(merged.Id, board.On(Terms.On)!.ParentId);
        Assert.Equal(merged.Id, office.On(Terms.On)!.ParentId);
        Assert.Equal(UnitChange.Abolish, district.Ending!.Change);
        Assert.Equal(UnitLevel.Province, office.On(Terms.On)!.Level);
        Assert.Equal(plan.Changes.Count, plan.Changes.Select(change => change.Unit.Id).Distinct().Count());
    }

    [Fact]
    public void A_merger_that_was_entered_by_hand_is_found_and_not_made_again()
    {
        var old = Province("87", to: "2025-07-01");
        var byHand = Province("82", "2025-07-01");
        byHand.Predecessors.Add(new(old.Id, Terms.On, Basis));
        var plan = Make(
            [root, old, byHand],
            [new("87", "Tỉnh Thử 87", "82", "Tỉnh Thử 82")],
            Row("82", "province", "province", "Thử", "Tỉnh Thử 82", ""),
            Terms
        );
        Assert.Equal((RowOutcome.Exists, byHand.Id), (Assert.Single(plan.Results).Outcome, plan.Results[0].UnitId));
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void Without_the_claim_to_be_complete_a_list_ends_nothing()
    {
        var other = Province("87");
        var plan = Make([root, other], [], Row("82", "province", "province", "Mới", "Tỉnh Mới", ""), Terms with { CompleteList = false });
        Assert.Equal(RowOutcome.Create, Assert.Single(plan.Results).Outcome);
        Assert.Null(other.Ends);
    }

    [Fact]
    public void A_unit_that_was_entered_from_a_later_day_is_the_same_and_begins_earlier_then()
    {
        var known = Province("82", "2019-01-01");
        var terms = Terms with { On = Day("2004-07-08"), CompleteList = false };
        var row = Row("82", "province", "province", "Thử", "Tỉnh Thử 82", "");
        var plan = Make([root, known], [], row, terms);
        Assert.Equal((RowOutcome.Change, known.Id), (Assert.Single(plan.Results).Outcome, plan.Results[0].UnitId));
        Assert.Equal((Day("2004-07-08"), $"{Basis}; {terms.LegalBasis}"), (known.Begins, Assert.Single(known.Periods).LegalBasis));
        Assert.Equal(RowOutcome.Exists, Make([root, known], [], row, terms).Results[0].Outcome);
    }

    [Fact]
    public void A_unit_of_another_name_or_one_that_came_out_of_others_is_not_taken_for_it()
    {
        var terms = Terms with { On = Day("2004-07-08"), CompleteList = false };
        var other = Row("82", "province", "province", "Khác", "Tỉnh Khác", "");
        Assert.Equal("imports.other-name", Make([root, Province("82", "2019-01-01")], [], other, terms).Results[0].Reason?.Code);
        var (old, merged) = (Province("87", to: "2019-01-01"), Province("82", "2019-01-01"));
        merged.Predecessors.Add(new(old.Id, Day("2019-01-01"), Basis));
        var same = Row("82", "province", "province", "Thử", "Tỉnh Thử 82", "");
        Assert.Equal("units.code-in-use", Make([root, old, merged], [], same, terms).Results[0].Reason?.Code);
    }

    [Fact]
    public void What_is_entered_below_a_unit_that_has_since_merged_goes_on_below_its_successor()
    {
        var (old, merged) = (Province("87", to: "2025-07-01"), Province("82", "2025-07-01"));
        merged.Predecessors.Add(new(old.Id, Day("2025-07-01"), "NQ 202/2025/QH15"));
        var terms = Terms with { On = Day("2004-07-08"), CompleteList = false };
        var row = Row("866", "district", "rural_district", "Cao Lãnh", "Huyện Cao Lãnh", "87");
        var district = Make([root, old, merged], [], row, terms).Changes.Single().Unit;
        Assert.Equal((old.Id, merged.Id), (district.On(Day("2025-06-30"))!.ParentId, district.On(Day("2025-07-01"))!.ParentId));
        // The list of the day ends it with the whole level.
        var list = Row("82", "province", "province", "Thử", "Tỉnh Thử 82", "");
        var plan = Make([root, old, merged, district], [new("87", "Tỉnh Thử 87", "82", "Tỉnh Thử 82")], list, Terms);
        Assert.Equal([district.Id], plan.Changes.Select(change => change.Unit.Id));
        Assert.Equal((1, old.Id, (DateOnly?)Terms.On), (district.Periods.Count, district.Last.ParentId!.Value, district.Ends));
    }

    [Fact]
    public void What_is_entered_below_a_unit_that_went_nobody_tells_where_is_a_problem_of_its_row()
    {
        var old = Province("87", to: "2025-07-01");
        var row = Row("866", "district", "rural_district", "Cao Lãnh", "Huyện Cao Lãnh", "87");
        var plan = Make([root, old], [], row, Terms with { On = Day("2004-07-08"), CompleteList = false });
        Assert.Equal("imports.parent-ends", Assert.Single(plan.Results).Reason?.Code);
    }

    [Fact]
    public void Another_kind_under_the_same_code_and_name_is_a_change_of_status()
    {
        var commune = Commune("00001", root);
        commune.Periods.Min!.Name = "Tân Phú";
        commune.Periods.Min!.FullName = "Xã Tân Phú";
        var plan = Make([root, commune], [], Row("00001", "commune", "ward", "Tân Phú", "Phường Tân Phú", ""), Terms);
        Assert.Equal(UnitChange.StatusChange, Assert.Single(plan.Changes).Change);
        Assert.Equal(("Phường Tân Phú", "Xã Tân Phú"), (commune.Last.FullName, commune.On(Terms.On.AddDays(-1))!.FullName));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM")]
    public void A_name_that_a_spreadsheet_would_calculate_is_refused(string name) =>
        Assert.Equal("imports.field", Single("82", "province", "province", name, name, "").Reason?.Code);

    [Fact]
    public void A_code_that_was_closed_earlier_is_a_problem_of_its_row()
    {
        var closed = Province("82", to: "2020-01-01");
        var plan = Make([root, closed], [], Row("82", "province", "province", "Mới", "Tỉnh Mới", ""), Terms);
        Assert.Equal("units.code-closed", Assert.Single(plan.Results).Reason?.Code);
    }

    [Fact]
    public void Another_name_under_the_same_code_is_not_taken_for_a_renaming() =>
        Assert.Equal("imports.other-name", Single("82", "province", "province", "Mới", "Tỉnh Mới", "", Province("82")).Reason?.Code);

    [Theory]
    [InlineData("8x", "province", "province", "", "imports.field")]
    [InlineData("82", "province", "ward", "", "imports.field")]
    [InlineData("82", "district", "province", "", "imports.field")]
    [InlineData("82", "province", "planet", "", "imports.field")]
    [InlineData("82", "central", "central", "", "imports.field")]
    [InlineData("00001", "commune", "ward", "99", "imports.parent")]
    [InlineData("00001", "commune", "ward", "00001", "imports.parent")]
    public void A_row_that_makes_no_sense_is_a_problem_of_that_row(string code, string level, string kind, string parent, string reason) =>
        Assert.Equal(reason, Single(code, level, kind, "Tên", "Phường Tên", parent).Reason?.Code);

    [Fact]
    public void The_same_code_twice_in_a_file_is_a_problem_of_the_second_row()
    {
        var plan = UnitPlan.Make(
            [root],
            [],
            [Row("82", "province", "province", "Một", "Tỉnh Một", "", 2), Row("82", "province", "province", "Hai", "Tỉnh Hai", "", 3)],
            Terms
        );
        Assert.Equal([RowOutcome.Create, RowOutcome.Problem], plan.Results.Select(row => row.Outcome));
        Assert.Equal(3, plan.Results[1].Line);
    }

    [Fact]
    public void Children_may_stand_before_their_parents_in_the_file()
    {
        var plan = UnitPlan.Make(
            [root],
            [],
            [Row("00001", "commune", "ward", "Con", "Phường Con", "82", 2), Row("82", "province", "province", "Cha", "Tỉnh Cha", "", 3)],
            Terms
        );
        Assert.All(plan.Results, row => Assert.Equal(RowOutcome.Create, row.Outcome));
    }

    [Fact]
    public void An_imported_unit_has_the_same_identity_wherever_the_file_is_imported()
    {
        var one = Make([Root()], [], Row("82", "province", "province", "Mới", "Tỉnh Mới", ""), Terms).Changes.Single().Unit.Id;
        var other = Make([Root()], [], Row("82", "province", "province", "Mới", "Tỉnh Mới", ""), Terms).Changes.Single().Unit.Id;
        Assert.Equal(one, other);
        Assert.Equal(8, one.Version);
    }

    [Fact]
    public void A_merger_must_name_a_unit_that_stands_on_the_day_before_as_it_is_called_then()
    {
        var unit = Province("87");
        RowResult Check(params string[] fields) => MergerPlan.Make([root, unit], [], [new(2, fields)], Terms.On).Results[0];
        Assert.Equal(RowOutcome.Create, Check("87", "Tỉnh Thử 87", "82", "Tỉnh Mới").Outcome);
        Assert.Equal("imports.no-such-unit", Check("88", "Tỉnh Thử 88", "82", "Tỉnh Mới").Reason?.Code);
        Assert.Equal("imports.other-name", Check("87", "Tỉnh Khác", "82", "Tỉnh Mới").Reason?.Code);
        Assert.Equal("units.malformed-code", Check("87", "Tỉnh Thử 87", "00082", "Tỉnh Mới").Reason?.Code);
    }

    [Fact]
    public void A_unit_goes_up_in_one_other_unit_only()
    {
        var unit = Province("87");
        var plan = MergerPlan.Make(
            [root, unit],
            [],
            [
                new(2, ["87", "Tỉnh Thử 87", "82", "Tỉnh Mới"]),
                new(3, ["87", "Tỉnh Thử 87", "83", "Tỉnh Mới"]),
                new(4, ["87", "Tỉnh Thử 87", "82", "Tỉnh Mới"]),
            ],
            Terms.On
        );
        Assert.Equal([RowOutcome.Create, RowOutcome.Problem, RowOutcome.Exists], plan.Results.Select(row => row.Outcome));
    }

    RowResult Single(string code, string level, string kind, string name, string fullName, string parent, params Unit[] known) =>
        Assert.Single(Make([root, .. known], [], Row(code, level, kind, name, fullName, parent), Terms).Results);

    static UnitPlan Make(IEnumerable<Unit> units, IReadOnlyCollection<DeclaredMerger> mergers, CsvRow row, ImportTerms terms) =>
        UnitPlan.Make(units, mergers, [row], terms);

    static CsvRow Row(string code, string level, string kind, string name, string fullName, string parent, int line = 2) =>
        new(line, [code, level, kind, name, fullName, parent]);
}
