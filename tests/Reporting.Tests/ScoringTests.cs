using DanVan.Reporting.Scoring;

namespace DanVan.Reporting.Tests;

/// <summary>Quyết định 2579/QĐ-UBND (Cần Thơ), scoring from 2026.</summary>
public class ScoringTests
{
    static readonly ScoringScheme CanTho = ScoringCatalogue.Load().Find("CAN_THO_2579", 2026)!;

    [Theory]
    [InlineData(100, Rank.Excellent)]
    [InlineData(95, Rank.Excellent)]
    [InlineData(94.99, Rank.Good)]
    [InlineData(85, Rank.Good)]
    [InlineData(84.99, Rank.Completed)]
    [InlineData(75, Rank.Completed)]
    [InlineData(74.99, Rank.NotCompleted)]
    [InlineData(1, Rank.NotCompleted)]
    public void Points_make_the_rank(decimal points, Rank rank) => Assert.Equal(rank, Judge([points]).Rank);

    [Theory]
    [InlineData(96, Rank.Completed)]
    [InlineData(85, Rank.Completed)]
    [InlineData(80, Rank.Completed)]
    [InlineData(60, Rank.NotCompleted)]
    public void A_criterion_at_zero_closes_the_two_upper_ranks(decimal points, Rank rank)
    {
        var score = Judge([points, 0]);
        Assert.Equal((rank, points >= 85), (score.Rank, score.Reasons.Any(reason => reason.Rule is ScoreRule.CriterionAtZero)));
    }

    [Theory]
    [InlineData(Finding.LeaderReprimanded, 99, Rank.Good)]
    [InlineData(Finding.LeaderReprimanded, 80, Rank.Completed)]
    [InlineData(Finding.LeaderWarned, 99, Rank.Completed)]
    [InlineData(Finding.LeaderWarned, 70, Rank.NotCompleted)]
    public void Discipline_of_a_leader_caps_it(Finding finding, decimal points, Rank rank) =>
        Assert.Equal(rank, Judge([points], finding).Rank);

    [Theory]
    [InlineData(Finding.Corruption)]
    [InlineData(Finding.Disunity)]
    [InlineData(Finding.LeaderRemoved)]
    [InlineData(Finding.StaffProsecuted)]
    [InlineData(Finding.NoSelfAssessment)]
    public void Some_findings_make_it_not_completed_whatever_the_points(Finding finding)
    {
        var score = Judge([100], finding, Finding.LeaderReprimanded);
        Assert.Equal((Rank.NotCompleted, false), (score.Rank, score.MayBeProposed));
        Assert.Equal(
            [
                new(ScoreRule.Points, Rank.Excellent),
                new(ScoreRule.Cap, Rank.Good, Finding.LeaderReprimanded),
                new ScoreReason(ScoreRule.KnockOut, Rank.NotCompleted, finding),
            ],
            score.Reasons
        );
    }

    [Theory]
    [InlineData(85, true)]
    [InlineData(84, false)]
    public void Only_good_and_more_may_be_proposed(decimal points, bool may) => Assert.Equal(may, Judge([points]).MayBeProposed);

    [Fact]
    public void What_is_added_and_taken_off_counts() =>
        Assert.Equal(
            (95m, Rank.Excellent),
            CanTho.Judge([94], bonus: 3, deduction: 2, new HashSet<Finding>()) is var score ? (score.Total, score.Rank) : default
        );

    [Fact]
    public void It_scores_no_year_before_its_own() => Assert.Null(ScoringCatalogue.Load().Find("CAN_THO_2579", 2025));

    [Fact]
    public void A_scheme_that_contradicts_itself_stops_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => new ScoringCatalogue([CanTho with { Parts = [CanTho.Parts[0]] }]));
        Assert.Throws<InvalidOperationException>(() => new ScoringCatalogue([CanTho with { Ranks = [CanTho.Ranks[0]] }]));
    }

    static Score Judge(decimal[] points, params Finding[] findings) => CanTho.Judge(points, 0, 0, new HashSet<Finding>(findings));
}
