using DanVan.Awards.Decisions;
using static DanVan.Awards.Tests.Rules.Samples;

namespace DanVan.Awards.Tests.Rules;

public sealed class AwardDecisionTests
{
    [Fact]
    public void Without_its_date_it_counts_under_the_day_of_handing_over() => Assert.Equal(Day("2022-12-29"), OfTheArticle().CountsOn);

    [Fact]
    public void Its_date_counts_once_it_is_stated()
    {
        var decision = OfTheArticle();

        Assert.Null(decision.StateReference("1234/QĐ-UBND-HC", Day("2022-12-20"), Today));
        Assert.Equal(Day("2022-12-20"), decision.CountsOn);
    }

    [Fact]
    public void Without_any_day_no_law_can_be_told() =>
        "awards.no-day".Refuses(Undated(presentedOn: null).StateReference("1", null, Today));

    [Theory]
    [InlineData("2022-12-30", "2022-12-29")]
    [InlineData("2026-11-22", null)]
    public void It_is_not_dated_after_it_was_handed_over_nor_in_the_future(string decidedOn, string? presentedOn) =>
        "awards.decision-day".Refuses(Undated(presentedOn is null ? null : Day(presentedOn)).StateReference("1", Day(decidedOn), Today));

    [Fact]
    public void A_handing_over_may_lie_ahead_of_a_dated_decision() =>
        Assert.Null(Undated(Day("2026-12-20")).StateReference("1", Day("2026-11-20"), Today));

    [Fact]
    public void A_whole_revocation_takes_back_what_was_declared_and_keeps_the_history()
    {
        var decision = OfTheArticle();

        Assert.Null(decision.Revoke(Revocation(decision), [], Today));

        Assert.Equal((DecisionState.Revoked, 15), (decision.State, decision.Revoked.Total));
        Assert.Equal(15, decision.Rewarded.Total);
        Assert.Single(decision.Revocations);
    }

    [Fact]
    public void Revoking_one_recipient_leaves_the_others_in_force()
    {
        var decision = OfTheArticle();
        var one = Recipient("Lê Văn B");
        Assert.Null(decision.Enter(new(0, 2, 0)));

        Assert.Null(decision.Revoke(Revocation(decision, whole: false), [one], Today));

        Assert.Equal((DecisionState.PartlyRevoked, 1), (decision.State, decision.Revoked.Total));
        Assert.NotNull(one.RevocationId);
        "awards.recipient-revoked".Refuses(decision.Revoke(Revocation(decision, whole: false), [one], Today));
    }

    [Fact]
    public void When_the_last_of_a_complete_list_is_revoked_nothing_is_left_of_the_decision()
    {
        var decision = OfTheArticle(new(null, 1, null));
        Assert.Null(decision.Enter(new(0, 1, 0)));

        Assert.Null(decision.Revoke(Revocation(decision, whole: false), [Recipient("Lê Văn B")], Today));

        Assert.Equal(DecisionState.Revoked, decision.State);
    }

    [Fact]
    public void When_all_that_are_named_are_revoked_those_that_are_only_declared_keep_theirs()
    {
        var decision = OfTheArticle(new(null, 2, null));
        Assert.Null(decision.Enter(new(0, 1, 0)));

        Assert.Null(decision.Revoke(Revocation(decision, whole: false), [Recipient("Lê Văn B")], Today));

        Assert.Equal(DecisionState.PartlyRevoked, decision.State);
    }

    [Fact]
    public void A_revocation_may_follow_on_the_day_of_the_award()
    {
        var decision = OfTheArticle();

        Assert.Null(decision.Revoke(Revocation(decision, day: "2022-12-29"), [], Today));
    }

    [Fact]
    public void What_is_revoked_is_not_revoked_again_and_takes_no_more_names()
    {
        var decision = OfTheArticle();
        decision.Revoke(Revocation(decision), [], Today);

        "awards.revoked".Refuses(decision.Revoke(Revocation(decision), [], Today));
        "awards.revoked".Refuses(decision.Enter(new(1, 0, 0)));
    }

    [Theory]
    [InlineData("2022-12-28")]
    [InlineData("2026-11-22")]
    public void A_revocation_is_not_dated_before_the_award_and_not_in_the_future(string day)
    {
        var decision = OfTheArticle();

        "awards.revocation-day".Refuses(decision.Revoke(Revocation(decision, day: day), [], Today));
    }

    static Revocation Revocation(AwardDecision decision, bool whole = true, string day = "2023-05-04") =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AwardDecisionId = decision.Id,
            DecidedOn = Day(day),
            Ground = RevocationGround.FalseDeclaration,
            Whole = whole,
        };
}
