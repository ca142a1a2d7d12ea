using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Luật KN Đ10, Luật TC Đ33. All were accepted on 5 August 2026 and fall due on Friday 4 September.</summary>
public sealed class WithdrawalTests
{
    readonly Petition complaint = Accepted(PetitionKind.KhieuNai);
    readonly Petition denunciation = Accepted(PetitionKind.ToCao);

    [Theory]
    [InlineData("2026-08-14", true)]
    [InlineData("2026-09-05", false)]
    public void A_whole_withdrawal_ends_the_petition_Đ10(string on, bool inTime)
    {
        foreach (var petition in new[] { complaint, denunciation, Accepted(PetitionKind.PhanAnh) })
        {
            Assert.Null(Withdraw(petition, on));

            Assert.Equal((PetitionState.Withdrawn, false, Date(on)), (petition.State, petition.IsOpen, petition.ClosedOn));
            Assert.Equal((inTime || petition.Kind is PetitionKind.PhanAnh, null), (petition.InTime, petition.Clock));
        }
        Assert.Null(Withdraw(Received(PetitionKind.KhieuNai), on));
    }

    [Fact]
    public void A_part_leaves_the_rest_to_be_examined_Đ10()
    {
        Assert.Null(Withdraw(complaint, "2026-08-14", whole: false));
        Assert.Null(Withdraw(complaint, "2026-08-20", form: WithdrawalForm.Minutes, whole: false));

        Assert.Equal((PetitionState.Accepted, Date("2026-09-04")), (complaint.State, complaint.DueOn));
        Assert.Equal(2, complaint.Withdrawals.Count);
    }

    [Theory]
    [InlineData(PetitionKind.KhieuNai, StillExamined.Coerced, null)]
    [InlineData(PetitionKind.KhieuNai, StillExamined.OthersGoOn, null)]
    [InlineData(PetitionKind.KhieuNai, StillExamined.ViolationSigns, "petitions.only-denunciations-go-on-so")]
    [InlineData(PetitionKind.KhieuNai, StillExamined.Slander, "petitions.only-denunciations-go-on-so")]
    [InlineData(PetitionKind.ToCao, StillExamined.Coerced, null)]
    [InlineData(PetitionKind.ToCao, StillExamined.OthersGoOn, null)]
    [InlineData(PetitionKind.ToCao, StillExamined.ViolationSigns, null)]
    [InlineData(PetitionKind.ToCao, StillExamined.Slander, null)]
    public void What_was_taken_back_under_threat_or_with_signs_of_a_violation_is_still_examined_TC_Đ33_3(
        PetitionKind kind,
        StillExamined why,
        string? refusal
    )
    {
        var petition = Accepted(kind);

        Assert.Equal(refusal, Withdraw(petition, "2026-08-14", why: why)?.Code);

        Assert.Equal((PetitionState.Accepted, Date("2026-09-04")), (petition.State, petition.Clock!.Due));
        Assert.Equal(refusal is null ? why : null, petition.Withdrawals.SingleOrDefault()?.StillExamined);
    }

    [Fact]
    public void Before_July_2026_a_complaint_was_taken_back_whole_and_by_letter_NĐ155_Đ22_1()
    {
        const string refusal = "petitions.withdrawn-whole-by-letter";
        Is(refusal, Withdraw(Old(), "2026-06-30", whole: false));
        Is(refusal, Withdraw(Old(), "2026-06-30", form: WithdrawalForm.Minutes));
        Assert.Null(Withdraw(Old(), "2026-06-30"));
        Assert.Null(Withdraw(Old(), "2026-07-01", whole: false));
        Assert.Null(Withdraw(Old(), "2026-07-01", form: WithdrawalForm.Minutes));
    }

    [Fact]
    public void While_the_clock_stands_a_petition_is_taken_back_and_was_not_late()
    {
        Assert.Null(complaint.Suspend(Date("2026-08-14"), "1", Engine, Today, out _));
        Is("petitions.date-before-previous-step", Withdraw(complaint, "2026-08-13"));

        Assert.Null(Withdraw(complaint, "2026-10-14"));

        Assert.Equal((PetitionState.Withdrawn, true, null), (complaint.State, complaint.InTime, complaint.SuspendedOn));
    }

    [Fact]
    public void Nothing_is_taken_back_after_the_resolution_TC_Đ33_1()
    {
        Assert.Null(denunciation.Resolve(Outcome.Sai, Date("2026-08-20"), "1", Committee, Engine, Today));
        Is("petitions.wrong-state", Withdraw(denunciation, "2026-08-21"));
        Is("petitions.date-in-the-future", Withdraw(complaint, "2026-11-21"));
        Is("petitions.date-before-previous-step", Withdraw(complaint, "2026-08-04"));
    }

    internal static Petition Old()
    {
        var old = New(PetitionKind.KhieuNai, receivedOn: "2026-06-01");
        Assert.Null(old.Register(Committee, Engine, Today));
        Assert.Null(old.Accept(Date("2026-06-10"), "1", Committee, Engine, Today));
        return old;
    }

    internal static Rejection? Withdraw(
        Petition petition,
        string on,
        bool whole = true,
        WithdrawalForm form = WithdrawalForm.Letter,
        StillExamined? why = null
    ) => petition.Withdraw(new(Date(on), whole, form, why, "05/ĐN"), Today);
}
