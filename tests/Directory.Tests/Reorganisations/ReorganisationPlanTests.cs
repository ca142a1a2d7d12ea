using DanVan.Directory.Client;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Reorganisations.Drafts;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Reorganisations;

public class ReorganisationPlanTests
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    readonly ReorganisationPlan plan = Draft(TheDay, Rename(Province("82")));

    [Fact]
    public void It_is_signed_only_after_the_impact_of_the_draft_as_it_stands_was_asked()
    {
        Assert.Equal("reorganisations.impact-not-asked", Sign([], Noon)?.Code);
        plan.AskForImpact(Noon);
        plan.Draft(new("Khác", TheDay, plan.Items), RootUnit.Id);
        Assert.Equal("reorganisations.impact-not-asked", Sign([], Noon)?.Code);
        plan.AskForImpact(Noon);
        Assert.Null(Sign([], Noon));
        Assert.Equal((PlanState.Signed, 2), (plan.State, plan.Round));
    }

    [Fact]
    public void Who_has_not_answered_is_waited_for_until_the_limit_and_then_kept_as_unanswered()
    {
        plan.AskForImpact(Noon);
        Assert.Equal("reorganisations.still-answering", Sign(["awards"], Noon + Limit - TimeSpan.FromSeconds(1))?.Code);
        Assert.Equal(PlanState.Draft, plan.State);
        Assert.Null(Sign(["awards"], Noon + Limit));
        Assert.Equal(["awards"], plan.Unanswered);
    }

    [Fact]
    public void A_document_is_not_signed_in_the_future()
    {
        plan.AskForImpact(Noon);
        var refused = plan.Sign((Basis, Day("2026-12-02")), "ai đó", [], Limit, new Clock(Noon));
        Assert.Equal("reorganisations.signed-in-the-future", refused?.Code);
        // At noon in Greenwich it is the evening of the same day in Hà Nội, and at six in the evening the day after.
        Assert.Null(plan.Sign((Basis, Day("2026-12-02")), "ai đó", [], Limit, new Clock(Noon.AddHours(6))));
    }

    [Fact]
    public void What_is_signed_or_withdrawn_is_neither_changed_nor_asked_about_nor_signed_nor_withdrawn()
    {
        plan.AskForImpact(Noon);
        Sign([], Noon);
        Assert.All(Steps(plan), code => Assert.Equal("reorganisations.no-draft", code));
        var withdrawn = Draft(TheDay, plan.Items);
        Assert.Null(withdrawn.Withdraw("Thôi"));
        Assert.All(Steps(withdrawn), code => Assert.Equal("reorganisations.no-draft", code));
    }

    [Fact]
    public void Work_waits_where_a_unit_ends_in_nothing_or_in_several_of_which_none_is_named()
    {
        var province = Province("82");
        Unit[] units = [.. Enumerable.Range(0, 6).Select(i => Commune(province.Id, $"3000{i}"))];
        var (first, second) = (Part(null), Part(null));
        var draft = Draft(
            TheDay,
            Merge([units[0], units[1]], province.Id),
            Split(units[2], first, second) with
            {
                HeirId = second.Id,
            },
            Split(units[3], first, second),
            Split(units[4], first) with
            {
                LivesOn = true,
            },
            Abolish(units[5])
        );
        Assert.Equal([units[3].Id, units[5].Id], draft.Heirless);
    }

    [Fact]
    public void What_holds_it_up_is_news_once()
    {
        plan.AskForImpact(Noon);
        Sign([], Noon);
        Assert.True(plan.HoldUp([new(0, "units.later-change", "vi", "en")], 7));
        Assert.False(plan.HoldUp([new(0, "units.later-change", "vi", "en")], 8));
        Assert.Equal(8, plan.HeldUpAt);
        Assert.True(plan.HoldUp([new(0, "units.already-ended", "vi", "en")], 9));
        plan.CarriedOut(Noon);
        Assert.Empty(plan.HeldUpBy);
    }

    string?[] Steps(ReorganisationPlan one) =>
        [
            one.Draft(new("Khác", TheDay, one.Items), RootUnit.Id)?.Code,
            one.AskForImpact(Noon)?.Code,
            one.Sign((Basis, Day("2026-12-01")), "ai đó", [], Limit, new Clock(Noon))?.Code,
            one.Withdraw("Thôi")?.Code,
        ];

    Chassis.Http.Rejection? Sign(string[] unanswered, DateTimeOffset now) =>
        plan.Sign((Basis, Day("2026-12-01")), "ai đó", unanswered, Limit, new Clock(now));

    sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
