using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Luật KN Đ11a, Luật TC Đ34.3. All were accepted on 5 August 2026.</summary>
public sealed class StoppingTests
{
    [Theory]
    [InlineData(PetitionKind.KhieuNai, "KN.STOP.DIED", "2026-08-19")]
    [InlineData(PetitionKind.KhieuNai, "KN.STOP.DISSOLVED", "2026-08-19")]
    [InlineData(PetitionKind.KhieuNai, "KN.STOP.NO_OBJECT", "2026-08-19")]
    [InlineData(PetitionKind.KhieuNai, "KN.STOP.COURT", "2026-08-19")]
    [InlineData(PetitionKind.ToCao, "TC.STOP.DIED", "2026-08-21")]
    [InlineData(PetitionKind.ToCao, "TC.STOP.DECIDED", "2026-08-21")]
    public void A_stop_ends_the_petition_and_is_sent_within_3_or_5_working_days_NĐ155_Đ28b_TC_Đ34_4(
        PetitionKind kind,
        string ground,
        string sendBy
    )
    {
        var petition = Accepted(kind, petitioner: ground == "KN.STOP.DISSOLVED" ? PetitionerType.Organisation : PetitionerType.Individual);

        Assert.Null(Stop(petition, ground, "2026-08-14"));

        Assert.Equal((PetitionState.Stopped, ground, Date("2026-08-14")), (petition.State, petition.Ground, petition.ClosedOn));
        Assert.Equal((Date(sendBy), false), (petition.SendBy, petition.IsOpen));
        Assert.Contains(
            petition.Deadlines,
            d => d.IsOpen && d.Rule.EndsWith(".SUSP.SEND", StringComparison.Ordinal) && d.Due == Date(sendBy)
        );
    }

    [Fact]
    public void What_stands_is_stopped_too()
    {
        var petition = Accepted(PetitionKind.KhieuNai);
        Assert.Null(petition.Suspend(Date("2026-08-14"), "1", Engine, Today, out _));
        Is("petitions.date-before-previous-step", Stop(petition, "KN.STOP.DIED", "2026-08-13"));

        Assert.Null(Stop(petition, "KN.STOP.DIED", "2026-10-14"));

        Assert.True(petition.InTime);
    }

    [Theory]
    [InlineData(PetitionKind.KhieuNai, "KN.STOP.WITHDRAWN", "KN.STOP.DIED")]
    [InlineData(PetitionKind.ToCao, "TC.STOP.WITHDRAWN", "TC.STOP.DIED")]
    public void What_was_taken_back_as_a_whole_is_stopped_by_the_decision_that_follows_TC_Đ34_3(
        PetitionKind kind,
        string ground,
        string another
    )
    {
        var petition = Accepted(kind);
        Is("petitions.withdrawal-not-recorded", Stop(petition, ground, "2026-09-14"));
        Assert.Null(WithdrawalTests.Withdraw(petition, "2026-08-10", whole: false));
        Assert.Null(WithdrawalTests.Withdraw(petition, "2026-08-10", why: StillExamined.OthersGoOn));
        Is("petitions.withdrawal-not-recorded", Stop(petition, ground, "2026-09-14"));
        Assert.Null(WithdrawalTests.Withdraw(petition, "2026-09-10"));
        Is("petitions.wrong-state", Stop(petition, another, "2026-09-14"));
        Is("petitions.date-before-previous-step", Stop(petition, ground, "2026-09-09"));

        Assert.Null(Stop(petition, ground, "2026-09-14"));

        Assert.Equal((PetitionState.Stopped, Date("2026-09-14")), (petition.State, petition.ClosedOn));
        Assert.False(petition.InTime); // fell due on 4 September, before it was taken back
        Is("petitions.wrong-state", Stop(petition, ground, "2026-09-14"));
    }

    [Fact]
    public void Before_July_2026_a_complaint_was_stopped_only_when_taken_back_NĐ155_Đ22_1()
    {
        var old = WithdrawalTests.Old();
        Is("petitions.no-stop-yet", Stop(old, "KN.STOP.NO_OBJECT", "2026-06-30"));
        Assert.Null(Stop(WithdrawalTests.Old(), "KN.STOP.NO_OBJECT", "2026-07-01"));
        Assert.Null(WithdrawalTests.Withdraw(old, "2026-06-29"));
        Assert.Null(Stop(old, "KN.STOP.WITHDRAWN", "2026-06-30"));
        Assert.Null(old.SendBy); // the limit for sending came with NĐ 155/2026
    }

    [Theory]
    [InlineData(PetitionerType.Organisation, "KN.STOP.DIED", "cá nhân")]
    [InlineData(PetitionerType.Individual, "KN.STOP.DISSOLVED", "cơ quan, tổ chức")]
    public void A_person_dies_and_a_body_is_dissolved_KN_Đ11a(PetitionerType petitioner, string ground, string whose)
    {
        var petition = Accepted(PetitionKind.KhieuNai, petitioner: petitioner);

        var refused = Stop(petition, ground, "2026-08-14");

        Is("petitions.ground-of-another-petitioner", refused);
        Assert.Contains($"{ground} chỉ dùng khi người khiếu nại là {whose} (Luật Khiếu nại Đ11a)", refused!.Vi, StringComparison.Ordinal);
        Assert.Equal((PetitionState.Accepted, null), (petition.State, petition.Ground));
        Assert.Null(Stop(petition, "KN.STOP.NO_OBJECT", "2026-08-14"));
    }

    [Fact]
    public void Only_accepted_complaints_and_denunciations_are_stopped_on_a_ground_of_their_own()
    {
        Is("petitions.wrong-state", Stop(Received(PetitionKind.KhieuNai), "KN.STOP.DIED", "2026-08-14"));
        Is("petitions.nothing-to-stop", Stop(Accepted(PetitionKind.PhanAnh), "KN.STOP.DIED", "2026-08-14"));
        var taken = Received(PetitionKind.KhieuNai);
        Assert.Null(WithdrawalTests.Withdraw(taken, "2026-08-04"));
        Is("petitions.wrong-state", Stop(taken, "KN.STOP.WITHDRAWN", "2026-08-14"));
        var refused = Stop(Accepted(PetitionKind.ToCao), "KN.STOP.COURT", "2026-08-14");
        Is("petitions.unknown-ground", refused);
        Assert.Contains("TC.STOP.WITHDRAWN, TC.STOP.DIED, TC.STOP.DECIDED", refused!.Vi, StringComparison.Ordinal);
    }

    static Rejection? Stop(Petition petition, string ground, string on) => petition.Stop(ground, Date(on), "34/QĐ", Engine, Today);
}
