using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>
/// The law of 1 July 2026 and what was under way on that day. A complaint that was accepted before and is not decided goes by the new rules for what is done from
/// then on (NĐ 155/2026 Đ22.1), a pending denunciation by NĐ 156/2026 (Đ10.1). See also WithdrawalTests, SuspensionTests, StoppingTests and DialogueTests.
/// </summary>
public sealed class TransitionTests
{
    [Theory]
    [InlineData("2026-06-29", 10, "2026-07-13")]
    [InlineData("2026-06-30", 10, "2026-07-14")]
    [InlineData("2026-07-01", 7, "2026-07-10")]
    public void The_time_to_accept_a_complaint_goes_by_the_day_of_its_receipt(string receivedOn, int days, string due)
    {
        var complaint = New(PetitionKind.KhieuNai, receivedOn: receivedOn);
        Assert.Null(complaint.Register(Committee, Engine, Today));

        Assert.Equal((days, Date(due)), (complaint.Current!.Count, complaint.DueOn));
    }

    [Theory]
    [InlineData("2026-06-30", "petitions.withdrawn-whole-by-letter", "petitions.no-suspension-yet", "petitions.no-stop-yet")]
    [InlineData("2026-07-01", null, null, null)]
    public void What_is_done_from_that_day_on_with_an_older_complaint_goes_by_the_new_rules_NĐ155_Đ22_1(
        string on,
        string? withdrawal,
        string? suspension,
        string? stop
    )
    {
        Assert.Equal(withdrawal, WithdrawalTests.Withdraw(WithdrawalTests.Old(), on, whole: false)?.Code);
        Assert.Equal(withdrawal, WithdrawalTests.Withdraw(WithdrawalTests.Old(), on, form: WithdrawalForm.Minutes)?.Code);
        Assert.Equal(suspension, WithdrawalTests.Old().Suspend(Date(on), "1", Engine, Today, out _)?.Code);
        Assert.Equal(stop, WithdrawalTests.Old().Stop("KN.STOP.NO_OBJECT", Date(on), "1", Engine, Today)?.Code);
    }

    [Theory]
    [InlineData("2026-06-30", null)]
    [InlineData("2026-07-01", "petitions.complexity-ground-missing")]
    public void A_finding_of_complexity_names_its_ground_from_that_day_on_NĐ155_Đ3a(string on, string? refusal) =>
        Assert.Equal(refusal, WithdrawalTests.Old().FindComplex([], Date(on), "1", Engine, Today)?.Code);

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    public void The_decision_to_stop_is_to_be_sent_within_3_working_days_from_that_day_on_NĐ155_Đ28b(string on, bool owed)
    {
        var complaint = WithdrawalTests.Old();
        Assert.Null(WithdrawalTests.Withdraw(complaint, "2026-06-29"));
        Assert.Null(complaint.Stop("KN.STOP.WITHDRAWN", Date(on), "1", Engine, Today));

        Assert.Equal(owed, complaint.Deadlines.Any(d => d.Rule == "KN.SUSP.SEND"));
        Assert.Equal(owed, complaint.SendBy is not null);
    }

    [Fact]
    public void What_was_decided_before_is_not_opened_by_the_new_rules()
    {
        var complaint = WithdrawalTests.Old();
        Assert.Null(complaint.Resolve(Outcome.Sai, Date("2026-06-26"), "1", Committee, Engine, Today));

        Is("petitions.wrong-state", WithdrawalTests.Withdraw(complaint, "2026-07-01", whole: false));
        Is("petitions.wrong-state", complaint.Suspend(Date("2026-07-01"), "1", Engine, Today, out _));
        Is("petitions.wrong-state", complaint.Stop("KN.STOP.NO_OBJECT", Date("2026-07-01"), "1", Engine, Today));
    }

    [Theory]
    [InlineData("2026-06-30")]
    [InlineData("2026-07-01")]
    public void A_denunciation_is_suspended_stopped_and_taken_back_on_both_sides_of_that_day_LTC_33_34(string on)
    {
        Assert.Null(Denunciation().Suspend(Date(on), "1", Engine, Today, out _));
        Assert.Null(Denunciation().Stop("TC.STOP.DECIDED", Date(on), "1", Engine, Today));
        Assert.Null(WithdrawalTests.Withdraw(Denunciation(), on, whole: false));

        static Petition Denunciation()
        {
            var denunciation = New(PetitionKind.ToCao, receivedOn: "2026-06-01");
            Assert.Null(denunciation.Register(Committee, Engine, Today));
            Assert.Null(denunciation.Accept(Date("2026-06-10"), "1", Committee, Engine, Today));
            return denunciation;
        }
    }

    [Fact]
    public void Suspended_over_the_Lunar_New_Year_what_was_left_is_counted_on_and_not_the_working_days_of_the_pause()
    {
        var denunciation = New(PetitionKind.ToCao, receivedOn: "2026-01-20");
        Assert.Null(denunciation.Register(Committee, Engine, Today));
        Assert.Null(denunciation.Accept(Date("2026-01-26"), "1", Committee, Engine, Today)); // 30 days end on 25 February
        Assert.Null(denunciation.Suspend(Date("2026-02-12"), "1", Engine, Today, out _)); // 17 used
        Assert.Null(denunciation.Resume(Date("2026-02-24"), "2", Engine, Today)); // 12 days, of which 3 were worked

        Assert.Equal((Date("2026-03-09"), Date("2026-03-09")), (denunciation.Clock!.Statutory, denunciation.Clock.Due)); // 13 left
    }
}
