using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What is owed beside the handling. All were accepted on 5 August 2026, and resolved on Tuesday 25 August.</summary>
public sealed class DutyTests
{
    static readonly Addressee[] Petitioner = [Addressee.Petitioner];

    [Fact]
    public void Who_denounces_and_who_is_denounced_are_both_told_of_the_acceptance_TC_Đ29_3()
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Assert.Equal(("TC.ACC.NOTIFY", Date("2026-08-12")), (denunciation.Current!.Rule, denunciation.DueOn));

        Assert.Null(Send(denunciation, SendingKind.Acceptance, "2026-08-10"));
        Assert.Equal(Date("2026-08-12"), denunciation.DueOn);
        Assert.Null(denunciation.DutyOfLastSending.InTime);
        Assert.Null(Send(denunciation, SendingKind.Acceptance, "2026-08-13", [Addressee.Accused]));

        Assert.Equal((false, Date("2026-08-13")), (denunciation.DutyOfLastSending.InTime, denunciation.DutyOfLastSending.MetOn));
        Assert.Equal(("TC.RES", Date("2026-09-04")), (denunciation.Current!.Rule, denunciation.DueOn));
        Is("petitions.nothing-to-send", Send(denunciation, SendingKind.Acceptance, "2026-08-13"));
    }

    [Fact]
    public void What_is_owed_beside_the_handling_outlives_it_and_does_not_make_it_late()
    {
        var denunciation = Accepted(PetitionKind.ToCao);

        Assert.Null(denunciation.Resolve(Outcome.Dung, Date("2026-08-25"), "1", Committee, Engine, Today));

        Assert.True(denunciation.InTime);
        Assert.Equal(
            ["TC.ACC.NOTIFY", "TC.ACTION", "TC.CONCL.SEND", "TC.PUBLISH"],
            denunciation.Deadlines.Where(d => d.IsOpen).Select(d => d.Rule).Order()
        );
        Assert.Equal(Date("2026-08-12"), denunciation.DueOn);
    }

    [Fact]
    public void A_delay_of_one_duty_is_not_taken_for_the_delay_of_the_next()
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Assert.True(denunciation.Escalate(Petitions.Deadlines.DueClass.Overdue));
        Assert.Null(Send(denunciation, SendingKind.Acceptance, "2026-08-20", [Addressee.Petitioner, Addressee.Accused]));

        Assert.True(denunciation.Escalate(Petitions.Deadlines.DueClass.Overdue));

        // The same duty is told of once, whatever step is taken meanwhile.
        var untold = Accepted(PetitionKind.ToCao);
        Assert.True(untold.Escalate(Petitions.Deadlines.DueClass.Overdue));
        Assert.Null(untold.Resolve(Outcome.Dung, Date("2026-08-25"), "1", Committee, Engine, Today));
        Assert.False(untold.Escalate(Petitions.Deadlines.DueClass.Overdue));
    }

    [Theory]
    [InlineData(false, "2026-10-05")] // 30 days end on Saturday 3 October
    [InlineData(true, "2026-10-19")] // 45 days end on Sunday 18 October
    public void The_receipt_of_the_decision_starts_the_time_for_a_second_complaint_KN_Đ33_Đ44(bool remote, string until)
    {
        var complaint = Accepted(PetitionKind.KhieuNai, remote);
        Assert.Null(complaint.Resolve(Outcome.Sai, Date("2026-08-25"), "1", Committee, Engine, Today));
        Assert.Equal(["KN.FORCE"], complaint.Shown(Engine, Today).Select(d => d.Rule));

        Assert.Null(Send(complaint, SendingKind.Decision, "2026-08-28", received: "2026-09-03"));

        Assert.Equal(["KN.APPEAL", "KN.FORCE"], complaint.Shown(Engine, Today).Select(d => d.Rule));
        Assert.Equal(Date(until), complaint.Shown(Engine, Today)[0].Due);
        Assert.Null(complaint.DueOn); // shown, and owed by nobody here
    }

    [Fact]
    public void Without_a_decision_it_starts_when_the_limit_has_passed_KN_Đ33()
    {
        var complaint = Accepted(PetitionKind.KhieuNai);

        Assert.Empty(complaint.Shown(Engine, Date("2026-09-04")));
        Assert.Equal(Date("2026-10-05"), Assert.Single(complaint.Shown(Engine, Date("2026-09-05"))).Due); // 30 days end on Sunday 4 October
    }

    [Theory]
    [InlineData("2026-05-05", null)] // 90 days end on 3 August
    [InlineData("2026-05-04", null)] // on Sunday 2 August, so on Monday
    [InlineData("2026-05-01", "petitions.lodged-too-late")]
    public void A_complaint_is_lodged_within_90_days_of_knowing_unless_something_was_in_the_way_KN_Đ9(string knownOn, string? refusal)
    {
        Assert.Equal(refusal, Accept(goodReason: false)?.Code);
        Assert.Null(Accept(goodReason: true));

        Rejection? Accept(bool goodReason)
        {
            var complaint = Known(PetitionKind.KhieuNai, knownOn);
            Assert.Null(complaint.Register(Committee, Engine, Today));
            Assert.Equal(("KN.ACC", Date("2026-08-12")), (complaint.Current!.Rule, complaint.DueOn));
            return complaint.Accept(Date("2026-08-05"), "1", Committee, Engine, Today, goodReason);
        }
    }

    [Fact]
    public void Only_a_first_complaint_has_a_limitation_period_and_it_begins_before_the_receipt()
    {
        Is("petitions.known-on-is-of-first-complaints", Known(PetitionKind.ToCao, "2026-08-01").Register(Committee, Engine, Today));
        Is("petitions.known-after-receipt", Known(PetitionKind.KhieuNai, "2026-08-04").Register(Committee, Engine, Today));
    }

    [Fact]
    public void A_conclusion_stays_posted_for_15_days_on_end_NĐ31_Đ6()
    {
        var denunciation = ConclusionTests.Concluded();
        Is("petitions.not-posted", End("2026-09-20"));
        Assert.Null(denunciation.Publish(PublicationManner.Posting, Date("2026-09-03"), "1", Today));
        Assert.Equal(Date("2026-09-18"), Assert.Single(denunciation.Shown(Engine, Today)).Statutory);

        Is("petitions.posted-too-short", End("2026-09-17"));
        Is("petitions.date-in-the-future", End("2026-11-21"));
        Assert.Null(End("2026-09-18"));
        Is("petitions.already-followed-up", End("2026-09-19"));

        Rejection? End(string on) => denunciation.EndPosting(Date(on), "09/BB", Engine, Today);
    }

    [Fact]
    public void A_planned_dialogue_owes_its_notice_5_days_before_and_another_day_takes_its_place_NĐ155_Đ11()
    {
        var complaint = Accepted(PetitionKind.KhieuNai);
        Is("petitions.dialogue-notice-too-late", complaint.PlanDialogue(Date("2026-11-24"), Engine, Today));
        Assert.Null(complaint.PlanDialogue(Date("2026-11-25"), Engine, Today));
        Assert.Null(complaint.PlanDialogue(Date("2026-11-28"), Engine, Today));

        Assert.Equal(Date("2026-11-23"), Assert.Single(complaint.Deadlines, d => d.IsOpen && d.Rule == "KN.DIALOGUE.NOTICE").Due);
        Is("petitions.date-before-previous-step", Send(complaint, SendingKind.DialogueNotice, "2026-08-04"));
        Assert.Null(Send(complaint, SendingKind.DialogueNotice, "2026-11-20", [Addressee.Petitioner, Addressee.Accused]));
        Assert.True(complaint.DutyOfLastSending.InTime);
    }

    [Fact]
    public void A_dialogue_that_will_not_be_held_owes_no_notice()
    {
        var complaint = Accepted(PetitionKind.KhieuNai);
        Assert.Null(complaint.PlanDialogue(Date("2026-11-28"), Engine, Today));
        Assert.Null(complaint.Stop("KN.STOP.NO_OBJECT", Date("2026-11-20"), "1", Engine, Today));

        Assert.True(complaint.Deadlines.Single(d => d.Rule == "KN.DIALOGUE.NOTICE").Superseded);
        Assert.Equal("KN.SUSP.SEND", complaint.Current!.Rule);
    }

    [Fact]
    public void A_denunciation_to_be_checked_at_several_places_is_checked_within_10_working_days_TC_Đ24_1()
    {
        var denunciation = Received(PetitionKind.ToCao);
        Is("petitions.not-at-several-places", Find(Complexity.ForeignElement, "2026-08-05"));
        Is("petitions.limit-has-passed", Find(Complexity.SeveralPlaces, "2026-08-13"));
        Assert.Null(Find(Complexity.SeveralPlaces, "2026-08-12"));

        Assert.Equal(("TC.INIT", Date("2026-08-17")), (denunciation.Current!.Rule, denunciation.DueOn));
        Is("petitions.already-complex", Find(Complexity.SeveralPlaces, "2026-08-12"));
        Assert.Equal((Date("2026-08-12"), Date("2026-08-17")), (denunciation.Replaced.Before.Due, denunciation.Replaced.After.Due));

        Rejection? Find(Complexity ground, string on) => denunciation.FindComplex([ground], Date(on), "1", Engine, Today);
    }

    [Theory]
    [InlineData(PetitionKind.KhieuNai, "KN.ACC")]
    [InlineData(PetitionKind.ToCao, "TC.INIT")]
    public void Whoever_is_received_in_person_gets_a_first_answer_within_10_working_days_TCD_Đ28_1(PetitionKind kind, string first)
    {
        var petition = New(kind, Channel.TiepCongDan);
        Assert.Null(petition.Register(Committee, Engine, Today));
        Assert.Equal([first, "TCD.REPLY"], petition.Deadlines.Select(d => d.Rule));

        Assert.Null(Send(petition, SendingKind.FirstAnswer, "2026-08-17")); // more time is needed
        Assert.Equal(PetitionState.Received, petition.State);
        Assert.Null(petition.Accept(Date("2026-08-18"), "1", Committee, Engine, Today));

        Assert.Equal((Date("2026-08-17"), true), (petition.Deadlines[1].MetOn, petition.Deadlines[1].InTime));
        Assert.False(petition.InTime);
    }

    [Fact]
    public void The_result_answers_the_press_too_TC_Đ26_2_and_a_handover_leaves_the_answer_owed()
    {
        var denunciation = DutyTableTests.ForwardedHere();
        Assert.Null(denunciation.Yield(Conflict.Sibling, Guid.CreateVersion7(), Committee, Date("2026-08-05"), "1", Engine, Today));
        Assert.True(denunciation.Deadlines.Single(d => d.Rule == "TC.PRESS").IsOpen);
        Assert.Null(denunciation.Accept(Date("2026-08-07"), "1", Committee, Engine, Today));
        Assert.Null(denunciation.Resolve(Outcome.Sai, Date("2026-08-20"), "1", Committee, Engine, Today));

        Assert.Null(denunciation.ReportResult(Date("2026-08-21"), Today, out _));

        Assert.True(denunciation.Deadlines.Single(d => d.Rule == "TC.PRESS").InTime);
    }

    [Fact]
    public void Only_feedback_and_proposals_are_about_regulations_NĐ20_2008()
    {
        var complaint = new Petition
        {
            UnitId = Guid.CreateVersion7(),
            Kind = PetitionKind.KhieuNai,
            Channel = Channel.BuuChinh,
            Field = PetitionField.HanhChinh,
            ReceivedOn = Date("2026-08-03"),
            Summary = "Thủ tục",
            AboutRegulation = true,
        };

        Is("petitions.regulations-are-of-feedback", complaint.Register(Committee, Engine, Today));
    }

    [Theory]
    [InlineData("2026-08-24", null, "petitions.date-before-previous-step")]
    [InlineData("2026-11-21", null, "petitions.date-in-the-future")]
    [InlineData("2026-08-28", "2026-08-27", "petitions.date-before-previous-step")]
    [InlineData("2026-08-28", "2026-11-21", "petitions.date-in-the-future")]
    public void A_sending_lies_between_the_decision_and_today_and_its_receipt_after_it(string on, string? received, string refusal)
    {
        var complaint = Accepted(PetitionKind.KhieuNai);
        Assert.Null(complaint.Resolve(Outcome.Sai, Date("2026-08-25"), "1", Committee, Engine, Today));

        Is(refusal, Send(complaint, SendingKind.Decision, on, received: received));
        Assert.Empty(complaint.Sendings);
    }

    static Petition Known(PetitionKind kind, string knownOn) =>
        new()
        {
            UnitId = Guid.CreateVersion7(),
            Kind = kind,
            Channel = Channel.BuuChinh,
            Field = PetitionField.HanhChinh,
            ReceivedOn = Date("2026-08-03"),
            Summary = "Thu hồi đất",
            PetitionerType = PetitionerType.Individual,
            KnownOn = Date(knownOn),
        };

    static Rejection? Send(Petition petition, SendingKind what, string on, Addressee[]? to = null, string? received = null) =>
        petition.Send(what, to ?? Petitioner, Date(on), "45/QĐ", received is null ? null : Date(received), Engine, Today);
}
