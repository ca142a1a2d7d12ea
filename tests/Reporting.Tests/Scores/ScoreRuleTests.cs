using DanVan.Reporting.Scoring;
using DanVan.Reporting.Scoring.Rankings;

namespace DanVan.Reporting.Tests.Scores;

/// <summary>Quyết định 2579/QĐ-UBND (Cần Thơ): days, criteria, quotas and ties. Points and ranks are in <see cref="ScoringTests"/>.</summary>
public class ScoreRuleTests
{
    static readonly ScoringScheme CanTho = ScoringCatalogue.Load().Find("CAN_THO_2579", 2026)!;
    static readonly Guid[] units = [.. Enumerable.Range(1, 9).Select(n => new Guid(n, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(ScoreStage.SelfScore, "2026-12-10", "2026-12-15")]
    [InlineData(ScoreStage.Consolidation, "2026-12-16", "2026-12-31")]
    [InlineData(ScoreStage.Review, "2027-01-01", "2027-03-31")]
    public void Each_stage_has_its_days_and_is_refused_before_the_first_and_late_after_the_last(ScoreStage stage, string from, string to)
    {
        var (days, first, last) = (CanTho.Stage(stage, 2026), Day(from), Day(to));
        Assert.Equal(new(stage, first, last), days);
        Assert.Equal("reporting.stage-not-begun", days.Refuses(first.AddDays(-1))?.Code);
        Assert.Null(days.Refuses(first));
        Assert.Null(days.Refuses(last.AddDays(1)));
        Assert.Equal((false, true), (days.IsOver(last), days.IsOver(last.AddDays(1))));
    }

    [Fact]
    public void Quotas_are_those_of_the_decision() =>
        Assert.Equal(
            [("CENTRAL", 2, 4), ("COMMUNE", 15, 30), ("PROVINCE", 3, 6)],
            CanTho.Quotas.OrderBy(quota => quota.Key).Select(quota => (quota.Key, quota.Value.Collectives, quota.Value.Individuals))
        );

    [Fact]
    public void The_shipped_scheme_leaves_its_criteria_to_the_administration() => Assert.Null(CanTho.Criteria);

    [Theory]
    [InlineData("TC1 ORGANISATION 10, TC2 EXECUTION 90", null)]
    [InlineData("TC1 ORGANISATION 10, TC2 EXECUTION 89", "criteria")]
    [InlineData("TC1 ORGANISATION 10, TC1 EXECUTION 90", "criteria[1].code")]
    [InlineData("TC1 ORGANISATION 10, TC2 OTHER 90", "criteria[1].part")]
    [InlineData("TC1 ORGANISATION 0, TC2 EXECUTION 90", "criteria[0].most")]
    [InlineData("TC1 ORGANISATION 10.001, TC2 EXECUTION 90", "criteria[0].most")]
    public void Criteria_are_a_whole(string criteria, string? fault)
    {
        ScoredCriterion[] given =
        [
            .. criteria.Split(", ").Select(one => one.Split(' ')).Select(one => new ScoredCriterion(one[0], one[1], "Tên", Number(one[2]))),
        ];
        var faults = ScoredCriterion.Faults("criteria", [.. given.Select(one => (one.Code, one.Part, one.Most))], CanTho).ToList();
        Assert.Equal(fault is null ? [] : [fault], faults.Select(one => one.Field));
        if (fault is not null)
            Assert.Contains(
                fault,
                Assert.Throws<InvalidOperationException>(() => new ScoringCatalogue([CanTho with { Criteria = given }])).Message,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void A_scheme_without_one_of_its_stages_or_with_one_that_ends_before_it_begins_stops_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => new ScoringCatalogue([CanTho with { Stages = [.. CanTho.Stages.Skip(1)] }]));
        Assert.Throws<InvalidOperationException>(() =>
            new ScoringCatalogue([CanTho with { Stages = [CanTho.Stages[0] with { To = "12-09" }, .. CanTho.Stages.Skip(1)] }])
        );
    }

    [Theory]
    // Points of units that may be proposed, how many places there are; place, tied and proposal of each.
    [InlineData("95 90 85", 2, "1 WithinQuota, 2 WithinQuota, 3 BeyondQuota")]
    [InlineData("95 95 85", 2, "1= WithinQuota, 1= WithinQuota, 3 BeyondQuota")]
    [InlineData("95 90 90", 2, "1 WithinQuota, 2= TiedAtQuota, 2= TiedAtQuota")]
    [InlineData("95 90 90 90", 1, "1 WithinQuota, 2= BeyondQuota, 2= BeyondQuota, 2= BeyondQuota")]
    [InlineData("95 90 85", 0, "1 BeyondQuota, 2 BeyondQuota, 3 BeyondQuota")]
    [InlineData("95 90", null, "1 NoQuota, 2 NoQuota")]
    public void The_most_points_stand_first_and_what_is_equal_stays_equal(string points, int? places, string expected) =>
        Assert.Equal(expected, Ranking(points, places));

    [Fact]
    public void Who_may_not_be_proposed_takes_no_place_of_the_quota_whatever_the_points()
    {
        var ranking = RankedUnit.Of([Score(0, 99, may: false), Score(1, 95), Score(2, 95, may: false), Score(3, 90)], new(2, 4), []);
        Assert.Equal(
            [
                (units[0], 1, Proposal.RankTooLow),
                (units[1], 2, Proposal.WithinQuota),
                (units[2], 3, Proposal.RankTooLow),
                (units[3], 4, Proposal.WithinQuota),
            ],
            ranking.Select(one => (one.Score.UnitId, one.Place, one.Proposal))
        );
    }

    [Fact]
    public void The_authoritys_order_holds_for_exactly_these_units_at_exactly_these_points_and_the_newest_stands()
    {
        var tied = new[] { Score(0, 95), Score(1, 90), Score(2, 90) };
        Assert.Equal([(units[0], 1), (units[2], 2), (units[1], 3)], Order(tied, Tie(90, 1, 2), Tie(90, 2, 1)));
        Assert.All(
            [Tie(91, 2, 1), Tie(90, 2, 0), Tie(90, 2, 1, 3)],
            other => Assert.Equal([1, 2, 2], Order(tied, other).Select(one => one.Place))
        );

        static IEnumerable<(Guid Unit, int Place)> Order(DecidedScore[] scores, params ScoreTie[] ties) =>
            RankedUnit.Of(scores, new(2, 4), ties).Select(one => (one.Score.UnitId, one.Place));
    }

    static string Ranking(string points, int? places) =>
        string.Join(
            ", ",
            RankedUnit
                .Of(
                    points.Split(' ').Index().Select(one => Score(one.Index, Number(one.Item))),
                    places is { } most ? new(most, 0) : null,
                    []
                )
                .Select(one => $"{one.Place}{(one.Tied ? "=" : "")} {one.Proposal}")
        );

    static DecidedScore Score(int unit, decimal total, bool may = true) =>
        new(units[unit], Guid.Empty, total, may ? Rank.Good : Rank.NotCompleted, may);

    static ScoreTie Tie(decimal total, params int[] order) =>
        new()
        {
            Id = Guid.Empty,
            UnitId = Guid.Empty,
            Scheme = CanTho.Code,
            Year = 2026,
            Level = "COMMUNE",
            Total = total,
            Units = [.. order.Select(one => units[one])],
            Reason = "vì sao",
            DecidedBy = "ai",
            DecidedAt = default,
        };

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
