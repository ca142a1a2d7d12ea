using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Convening;
using static DanVan.Conferences.Tests.Rules.Entries;

namespace DanVan.Conferences.Tests.Rules;

public sealed class LifeCycleTests
{
    [Fact]
    public void A_conference_goes_from_plan_to_archive_step_by_step()
    {
        var conference = In(ConferenceState.Planned);
        foreach (
            var next in new[] { ConferenceState.Invited, ConferenceState.Confirmed, ConferenceState.InSession, ConferenceState.Closed }
        )
            Assert.Null(conference.MoveTo(next, null, null, openTasks: 0, Today));
        Assert.Null(conference.IssueConclusion(Notice(Today), Today));
        Assert.Null(conference.MoveTo(ConferenceState.TasksTracked, null, null, openTasks: 3, Today));
        Assert.Null(conference.MoveTo(ConferenceState.Archived, null, null, openTasks: 0, Today));

        Assert.Equal(ConferenceState.Archived, conference.State);
    }

    [Theory]
    [InlineData(ConferenceState.Planned, ConferenceState.Closed)]
    [InlineData(ConferenceState.Closed, ConferenceState.Planned)]
    [InlineData(ConferenceState.Closed, ConferenceState.Cancelled)]
    [InlineData(ConferenceState.Archived, ConferenceState.Planned)]
    [InlineData(ConferenceState.Cancelled, ConferenceState.Planned)]
    public void No_step_is_skipped_and_none_goes_back(ConferenceState from, ConferenceState to)
    {
        var conference = In(from);

        Assert.Equal("conferences.state", conference.MoveTo(to, "lý do", null, openTasks: 0, Today)?.Code);
        Assert.Equal(from, conference.State);
    }

    [Fact]
    public void Only_the_numbered_notice_makes_conclusions_issued() =>
        Assert.Equal(
            "conferences.state",
            In(ConferenceState.Closed).MoveTo(ConferenceState.ConclusionIssued, null, null, openTasks: 0, Today)?.Code
        );

    [Theory]
    [InlineData(ConferenceState.Postponed)]
    [InlineData(ConferenceState.Cancelled)]
    public void Postponing_and_cancelling_take_a_reason(ConferenceState next) =>
        Assert.Equal("reason", In(ConferenceState.Planned).MoveTo(next, " ", null, openTasks: 0, Today)?.Field);

    [Fact]
    public void A_postponed_conference_has_the_new_day_or_none()
    {
        var known = In(ConferenceState.Invited);
        var open = In(ConferenceState.Invited);

        Assert.Null(known.MoveTo(ConferenceState.Postponed, "bão", Today.AddDays(7), openTasks: 0, Today));
        Assert.Null(open.MoveTo(ConferenceState.Postponed, "bão", null, openTasks: 0, Today));

        Assert.Equal(Today.AddDays(7), known.EventDate?.On);
        Assert.Null(open.EventDate);
    }

    [Fact]
    public void A_conference_does_not_open_before_its_day()
    {
        var conference = In(ConferenceState.Confirmed);

        Assert.Equal(
            "conferences.not-yet",
            conference.MoveTo(ConferenceState.InSession, null, null, openTasks: 0, Today.AddDays(-1))?.Code
        );
        Assert.Null(conference.MoveTo(ConferenceState.InSession, null, null, openTasks: 0, Today));
    }

    [Fact]
    public void A_conference_with_open_tasks_is_not_archived() =>
        Assert.Equal(
            "conferences.open-tasks",
            In(ConferenceState.TasksTracked).MoveTo(ConferenceState.Archived, null, null, openTasks: 1, Today)?.Code
        );

    [Fact]
    public void A_notice_is_dated_between_the_conference_and_today()
    {
        Assert.Equal("issuedOn", In(ConferenceState.Closed).IssueConclusion(Notice(Today.AddDays(-1)), Today)?.Field);
        Assert.Equal("issuedOn", In(ConferenceState.Closed).IssueConclusion(Notice(Today.AddDays(1)), Today)?.Field);
    }

    [Fact]
    public void The_items_of_a_notice_are_numbered_after_those_recorded()
    {
        var conference = Conference.From(
            Held with
            {
                DeclaredKeyTasks = 3,
                Conclusions = [new(ConclusionKind.KeyTask, "một", null, null), new(ConclusionKind.Instruction, "hai", null, null)],
            },
            Guid.CreateVersion7(),
            []
        );

        Assert.Null(conference.IssueConclusion(Notice(Today, new ConclusionEntry(ConclusionKind.KeyTask, "ba", null, null)), Today));

        Assert.Equal([1, 2, 3], conference.Record.Conclusions.Select(item => item.Item));
        Assert.Equal((3, 2, ListStatus.IncompleteList), (conference.DeclaredKeyTasks, conference.EnteredKeyTasks, conference.ListStatus));
    }

    static IssueConclusion.Request Notice(DateOnly on, params ConclusionEntry[] items) => new("12-TB/BDV", on, null, null, items);
}
