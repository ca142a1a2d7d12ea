using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Luật KN Đ33–41, Luật TC Đ37. The first petition was accepted on 5 August 2026 and fell due on Friday 4 September.</summary>
public sealed class RoundTests
{
    [Theory]
    [InlineData("2026-09-01", "2026-10-01", false, null)]
    [InlineData("2026-09-01", "2026-10-02", false, "petitions.lodged-too-late")]
    [InlineData("2026-09-01", "2026-10-16", true, null)] // 45 days
    [InlineData("2026-09-01", "2026-10-17", true, "petitions.lodged-too-late")]
    [InlineData(null, "2026-09-05", false, null)] // the day after the first limit
    [InlineData(null, "2026-10-05", false, null)] // 30 days end on Sunday 4 October
    [InlineData(null, "2026-10-06", false, "petitions.lodged-too-late")]
    public void A_second_complaint_is_lodged_within_30_or_45_days_of_the_decision_or_of_the_expiry_without_one_Đ33(
        string? decisionReceivedOn,
        string lodgedOn,
        bool remote,
        string? refusal
    )
    {
        var second = Second(decisionReceivedOn, lodgedOn, remote);

        var refused = Accept(second, "2026-10-20");

        Assert.Equal(refusal, refused?.Code);
        Assert.Equal(refusal is null, second.Deadlines.Single(d => d.Rule == "KN.APPEAL").InTime);
    }

    [Fact]
    public void One_that_was_lodged_late_is_told_the_limit_refused_on_a_ground_and_accepted_for_a_good_reason_Đ11_6()
    {
        var second = Second("2026-09-01", "2026-10-02");

        var refused = Accept(second, "2026-10-05")!;
        Assert.Contains("30 ngày, không tính ngày 01/09/2026. Hết hạn vào cuối ngày 01/10/2026.", refused.Vi, StringComparison.Ordinal);
        Assert.Null(Accept(second, "2026-10-05", goodReason: true));
        Assert.Null(Second("2026-09-01", "2026-10-02").Refuse("KN.11.6", Date("2026-10-05"), "1", Today));
    }

    [Theory]
    [InlineData(false, "KN.R2", "2026-11-19", "2026-12-04")] // 45 and 60 days
    [InlineData(true, "KN.R2.REMOTE", "2026-12-04", "2026-12-14")] // 60 and 70
    public void Its_clock_starts_with_its_own_acceptance_Đ37(bool remote, string rule, string due, string complex)
    {
        var second = Second("2026-09-01", "2026-09-28", remote);
        Assert.Equal(("KN.ACC", Date("2026-10-07")), (second.Current!.Rule, second.DueOn!.Value)); // 7 working days, Đ36.1

        Assert.Null(Accept(second, "2026-10-05"));
        Assert.Equal((rule, Date(due)), (second.Current!.Rule, second.DueOn!.Value));
        Assert.Null(second.FindComplex([Complexity.ManyPeople], Date("2026-10-06"), "1", Engine, Today));
        Assert.Equal(Date(complex), second.DueOn);
    }

    [Fact]
    public void It_is_never_decided_without_a_dialogue_Đ39_and_sent_within_7_calendar_days_Đ41_1()
    {
        var second = Second("2026-09-01", "2026-09-28");
        Assert.Null(Accept(second, "2026-10-05"));

        Is("petitions.dialogue-missing", second.Resolve(Outcome.Sai, Date("2026-11-13"), "1", Committee, Engine, Today));
        Assert.Null(second.Talk(new(Date("2026-10-12"), Date("2026-10-19"), Attendance.Present, "1"), Engine, Today));
        Assert.Null(second.Resolve(Outcome.Sai, Date("2026-11-13"), "1", Committee, Engine, Today));

        Assert.Equal(Date("2026-11-20"), second.SendBy);
    }

    [Fact]
    public void A_first_decision_is_sent_within_3_working_days_Đ32_and_a_conclusion_within_5_TC_Đ35_3()
    {
        var (complaint, denunciation) = (First("2026-08-28"), First("2026-08-28", PetitionKind.ToCao));

        Assert.Equal((Date("2026-09-04"), Date("2026-09-08")), (complaint.SendBy, denunciation.SendBy));
        Assert.Null(First("2026-08-28", PetitionKind.PhanAnh).SendBy);
    }

    [Fact]
    public void There_is_no_third_round_of_a_complaint_Đ11_7()
    {
        var second = Second("2026-09-01", "2026-09-28");

        Is("petitions.no-third-round", Continue(Next("2026-10-20"), second));
    }

    [Fact]
    public void The_next_round_is_with_another_unit_than_a_commune_or_the_first_Đ21_2()
    {
        var (first, second) = (First("2026-08-28"), Next("2026-09-28"));
        const string refusal = "petitions.next-round-is-with-the-superior";

        Is(refusal, Continue(second, first, "2026-09-01", level: "COMMUNE"));
        first.MoveTo(second.UnitId, Today, reorganisation: null);
        Is(refusal, Continue(second, first, "2026-09-01"));
    }

    [Fact]
    public void The_first_round_has_ended_by_a_decision_or_by_its_expiry_Đ33()
    {
        var (decided, running) = (First("2026-08-28"), Accepted(PetitionKind.KhieuNai));
        var suspended = Accepted(PetitionKind.KhieuNai);
        Assert.Null(suspended.Suspend(Date("2026-08-14"), "1", Engine, Today, out _));

        Is("petitions.decision-receipt-missing", Continue(Next("2026-09-28"), decided));
        Is("petitions.date-before-previous-step", Continue(Next("2026-09-28"), decided, "2026-08-27"));
        Is("petitions.decision-received-later", Continue(Next("2026-09-28"), decided, "2026-09-29"));
        Is("petitions.first-round-runs", Continue(Next("2026-09-04"), running));
        Is("petitions.first-round-runs", Continue(Next("2026-09-28"), suspended));
        Is("petitions.no-decision-yet", Continue(Next("2026-09-28"), running, "2026-09-01"));
        Is("petitions.nothing-to-go-on-from", Continue(Next("2026-09-28"), Received(PetitionKind.KhieuNai)));
        Is("petitions.first-of-another-kind", Continue(Next("2026-09-28", PetitionKind.ToCao), decided, "2026-09-01"));
        var (answer, feedback) = (First("2026-08-28", PetitionKind.PhanAnh), Next("2026-09-28", PetitionKind.PhanAnh));
        Is("petitions.first-of-another-kind", Continue(feedback, answer, "2026-09-01"));
    }

    [Fact]
    public void A_repeated_denunciation_is_reviewed_within_20_days_and_may_be_repeated_again_TC_Đ37()
    {
        var again = Next("2026-10-01", PetitionKind.ToCao);
        Assert.Null(Continue(again, First("2026-08-28", PetitionKind.ToCao), "2026-09-01"));
        Assert.Null(again.Register(Committee, Engine, Today));
        Assert.Equal(("TC.AGAIN", Date("2026-10-21")), (again.Current!.Rule, again.DueOn!.Value));

        Assert.Null(Accept(again, "2026-10-05"));
        Assert.Equal("TC.RES", again.Clock!.Rule);
        var third = Next("2026-11-10", PetitionKind.ToCao);
        Assert.Null(Continue(third, again)); // its 30 days had passed
        Assert.Null(third.Register(Committee, Engine, Today));
        Assert.Equal(3, third.Round);
        Assert.Null(third.Refuse("TC.37.2", Date("2026-11-12"), "1", Today));
    }

    static Petition First(string resolvedOn, PetitionKind kind = PetitionKind.KhieuNai)
    {
        var first = Accepted(kind);
        var outcome = kind is PetitionKind.PhanAnh ? Outcome.TiepThu : Outcome.Sai;
        Assert.Null(first.Resolve(outcome, Date(resolvedOn), "1", Committee, Engine, Today));
        return first;
    }

    static Petition Next(string receivedOn, PetitionKind kind = PetitionKind.KhieuNai, bool remote = false) =>
        New(kind, receivedOn: receivedOn, remote: remote);

    /// <summary>A second complaint in the book, after a decision, or after none.</summary>
    internal static Petition Second(string? decisionReceivedOn, string lodgedOn, bool remote = false)
    {
        var second = Next(lodgedOn, remote: remote);
        var first = decisionReceivedOn is null ? Accepted(PetitionKind.KhieuNai) : First("2026-08-28");
        Assert.Null(Continue(second, first, decisionReceivedOn));
        Assert.Null(second.Register(Committee, Engine, Today));
        return second;
    }

    static Rejection? Continue(Petition next, Petition first, string? decisionReceivedOn = null, string level = "PROVINCE") =>
        next.Continue(first, decisionReceivedOn is null ? null : Date(decisionReceivedOn), level, Engine);

    static Rejection? Accept(Petition petition, string on, bool goodReason = false) =>
        petition.Accept(Date(on), "01/TB", Committee, Engine, Today, goodReason);
}
