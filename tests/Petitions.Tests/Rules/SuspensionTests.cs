using DanVan.Petitions.Deadlines;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>The clock stands and runs on. All were accepted on 5 August 2026; without a pause the limit of 30 days ends on Friday 4 September.</summary>
public sealed class SuspensionTests
{
    static readonly Complexity[] One = [Complexity.SeveralPlaces];

    readonly Petition complaint = Accepted(PetitionKind.KhieuNai);
    readonly Petition denunciation = Accepted(PetitionKind.ToCao);

    [Fact]
    public void While_the_clock_stands_only_the_decision_is_to_be_sent_and_the_petition_is_open()
    {
        Assert.Null(Suspend(complaint, "2026-08-14"));

        Assert.Equal((PetitionState.Suspended, true), (complaint.State, complaint.IsOpen));
        Assert.Equal(("KN.SUSP.SEND", Date("2026-08-19")), (complaint.Current!.Rule, complaint.DueOn)); // the decision is to be sent all the same
        Assert.Null(complaint.Clock);
        Assert.Equal(Date("2026-08-14"), complaint.SuspendedOn);
    }

    [Theory]
    [InlineData("2026-08-14", "2026-09-07", "2026-09-28", "2026-09-28")] // 9 of 30 days used, 21 from Monday 7 September
    [InlineData("2026-08-14", "2026-09-05", "2026-09-26", "2026-09-28")] // ends on a Saturday
    [InlineData("2026-08-14", "2026-08-14", "2026-09-04", "2026-09-04")] // taken back on the same day
    [InlineData("2026-08-05", "2026-10-01", "2026-10-31", "2026-11-02")] // nothing used
    public void What_was_left_is_counted_on_from_the_day_of_the_decision_to_resume(
        string suspended,
        string resumed,
        string statutory,
        string due
    )
    {
        foreach (var petition in new[] { complaint, denunciation })
        {
            Assert.Null(Suspend(petition, suspended));
            Assert.Null(Resume(petition, resumed));

            Assert.Equal(PetitionState.Accepted, petition.State);
            Assert.Equal((Date(statutory), Date(due)), (petition.Clock!.Statutory, petition.Clock.Due));
            Assert.Equal(30, petition.Clock.Count);
            Assert.Equal([new Pause(Date(suspended), Date(resumed))], petition.Clock.Pauses);
            Assert.Null(petition.SuspendedOn);
        }
    }

    [Fact]
    public void Every_pause_counts()
    {
        Assert.Null(Suspend(denunciation, "2026-08-14"));
        Assert.Null(Resume(denunciation, "2026-08-24"));
        Assert.Null(Suspend(denunciation, "2026-09-14"));
        Assert.Null(Resume(denunciation, "2026-10-14"));

        Assert.Equal(2, denunciation.Clock!.Pauses.Count);
        Assert.Equal(Date("2026-10-14"), denunciation.Clock!.Due); // 10 and 30 days after Friday 4 September
    }

    [Fact]
    public void A_longer_limit_keeps_the_pause()
    {
        foreach (var petition in new[] { complaint, denunciation })
        {
            Assert.Null(Suspend(petition, "2026-08-14"));
            Assert.Null(Resume(petition, "2026-09-07"));
        }
        Assert.Null(complaint.FindComplex(One, Date("2026-09-10"), "1", Engine, Today));
        Assert.Null(denunciation.Extend(20, One, Date("2026-09-10"), "1", Engine, Today));

        Assert.Equal(Date("2026-10-13"), complaint.Clock!.Due); // 45 and 24 days
        Assert.Equal(Date("2026-10-19"), denunciation.Clock!.Due); // 50 and 24 days end on Sunday 18 October
    }

    [Fact]
    public void A_longer_limit_stays_longer_after_a_pause()
    {
        Assert.Null(complaint.FindComplex(One, Date("2026-08-10"), "1", Engine, Today));
        Assert.Null(Suspend(complaint, "2026-08-14"));
        Assert.Null(Resume(complaint, "2026-09-07"));

        Assert.Equal((45, Date("2026-10-13")), (complaint.Clock!.Count, complaint.Clock!.Due));
    }

    [Fact]
    public void What_was_late_stays_late()
    {
        Assert.Null(Suspend(complaint, "2026-09-10"));
        Assert.Null(Resume(complaint, "2026-09-20"));
        Assert.Equal(Date("2026-09-14"), complaint.Clock!.Due);

        Assert.Null(complaint.Resolve(Outcome.Sai, Date("2026-09-21"), "1", Committee, Engine, Today));

        Assert.False(complaint.InTime);
    }

    [Fact]
    public void The_answer_tells_by_when_the_decision_is_to_be_sent()
    {
        Assert.Null(complaint.Suspend(Date("2026-08-14"), "1", Engine, Today, out var complainants));
        Assert.Null(denunciation.Suspend(Date("2026-08-14"), "1", Engine, Today, out var denouncers));

        Assert.Equal((Date("2026-08-19"), Date("2026-08-21")), (complainants, denouncers)); // 3 and 5 working days from a Friday
    }

    [Fact]
    public void Complaints_are_suspended_since_July_2026_those_accepted_before_too()
    {
        var old = New(PetitionKind.KhieuNai, receivedOn: "2026-06-01");
        Assert.Null(old.Register(Committee, Engine, Today));
        Assert.Null(old.Accept(Date("2026-06-10"), "1", Committee, Engine, Today));

        Is("petitions.no-suspension-yet", Suspend(old, "2026-06-30"));
        Assert.Null(Suspend(old, "2026-07-01"));
    }

    [Fact]
    public void Feedback_has_no_limit_to_suspend() =>
        Is("petitions.no-limit-to-suspend", Suspend(Accepted(PetitionKind.PhanAnh), "2026-08-14"));

    [Fact]
    public void Only_what_is_accepted_is_suspended_and_only_what_is_suspended_resumed()
    {
        Is("petitions.wrong-state", Suspend(Received(PetitionKind.KhieuNai), "2026-08-14"));
        Is("petitions.wrong-state", Resume(complaint, "2026-08-14"));
        Assert.Null(Suspend(complaint, "2026-08-14"));
        Is("petitions.wrong-state", Suspend(complaint, "2026-08-15"));
        Is("petitions.wrong-state", complaint.FindComplex(One, Date("2026-08-15"), "1", Engine, Today));
        Is("petitions.wrong-state", complaint.Resolve(Outcome.Sai, Date("2026-08-15"), "1", Committee, Engine, Today));
    }

    [Fact]
    public void Steps_come_in_the_order_of_their_dates()
    {
        Is("petitions.date-before-previous-step", Suspend(complaint, "2026-08-04"));
        Is("petitions.date-in-the-future", Suspend(complaint, "2026-11-21"));
        Assert.Null(Suspend(complaint, "2026-08-14"));
        Is("petitions.date-before-previous-step", Resume(complaint, "2026-08-13"));
        Is("petitions.date-in-the-future", Resume(complaint, "2026-11-21"));
        Assert.Null(Resume(complaint, "2026-08-24"));
        const string refusal = "petitions.date-before-previous-step";
        Is(refusal, Suspend(complaint, "2026-08-23"));
        Is(refusal, complaint.FindComplex(One, Date("2026-08-23"), "1", Engine, Today));
        Is(refusal, complaint.Resolve(Outcome.Sai, Date("2026-08-23"), "1", Committee, Engine, Today));
    }

    static Chassis.Http.Rejection? Suspend(Petition petition, string on) => petition.Suspend(Date(on), "33/QĐ", Engine, Today, out _);

    static Chassis.Http.Rejection? Resume(Petition petition, string on) => petition.Resume(Date(on), "36/QĐ", Engine, Today);
}
