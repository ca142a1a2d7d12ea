using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Luật KN Đ30, Đ39; NĐ 155/2026 Đ11. The complaint was accepted on 5 August 2026.</summary>
public sealed class DialogueTests
{
    readonly Petition complaint = Accepted(PetitionKind.KhieuNai);

    [Theory]
    [InlineData(Attendance.Present, null)]
    [InlineData(Attendance.AbsentWithoutReason, null)]
    [InlineData(Attendance.AbsentWithReason, "petitions.dialogue-missing")]
    public void When_claim_and_verification_differ_a_dialogue_comes_first_unless_the_complainant_stays_away_Đ30_1_Đ30_6(
        Attendance attendance,
        string? refusal
    )
    {
        Is("petitions.dialogue-missing", Resolve(complaint));
        Assert.Null(Talk(complaint, "2026-08-10", "2026-08-17", attendance));

        Assert.Equal(refusal, Resolve(complaint)?.Code);
    }

    [Fact]
    public void When_they_agree_the_first_round_is_decided_without_Đ30_1() => Assert.Null(Resolve(complaint, differ: false));

    [Fact]
    public void Who_stayed_away_with_a_reason_is_heard_another_day_Đ30_6()
    {
        Assert.Null(Talk(complaint, "2026-08-10", "2026-08-17", Attendance.AbsentWithReason));
        Assert.Null(Talk(complaint, "2026-08-18", "2026-08-24"));

        Assert.Null(Resolve(complaint));
        Assert.Equal(2, complaint.Dialogues.Count);
    }

    [Theory]
    [InlineData("2026-08-12", null)]
    [InlineData("2026-08-13", "petitions.dialogue-notice-too-late")]
    public void The_notice_is_given_5_days_before_NĐ155_Đ11(string notice, string? refusal)
    {
        var refused = Talk(complaint, notice, "2026-08-17");

        Assert.Equal(refusal, refused?.Code);
        if (refusal is not null)
            Assert.Contains("5 ngày trước ngày 17/08/2026, chậm nhất là ngày 12/08/2026", refused!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_July_2026_the_notice_only_came_before_the_dialogue_NĐ155_Đ22_1()
    {
        var old = WithdrawalTests.Old();
        Is("petitions.notice-after-dialogue", Talk(old, "2026-06-25", "2026-06-24"));
        Assert.Null(Talk(old, "2026-06-23", "2026-06-24"));
        Is("petitions.dialogue-notice-too-late", Talk(old, "2026-06-30", "2026-07-03"));
    }

    [Fact]
    public void Dialogues_belong_to_accepted_complaints()
    {
        Is("petitions.dialogue-is-for-complaints", Talk(Accepted(PetitionKind.ToCao), "2026-08-10", "2026-08-17"));
        Is("petitions.wrong-state", Talk(Received(PetitionKind.KhieuNai), "2026-08-10", "2026-08-17"));
        Is("petitions.date-before-previous-step", Talk(complaint, "2026-08-04", "2026-08-17"));
        Is("petitions.date-before-previous-step", Talk(complaint, "2026-07-20", "2026-08-04"));
        Is("petitions.date-in-the-future", Talk(complaint, "2026-11-10", "2026-11-21"));
        Assert.Null(Accepted(PetitionKind.ToCao).Resolve(Outcome.Sai, Date("2026-08-28"), "1", Committee, Engine, Today, true));
    }

    static Rejection? Resolve(Petition petition, bool differ = true) =>
        petition.Resolve(Outcome.Sai, Date("2026-08-28"), "1", Committee, Engine, Today, differ);

    static Rejection? Talk(Petition petition, string notifiedOn, string heldOn, Attendance attendance = Attendance.Present) =>
        petition.Talk(new(Date(notifiedOn), Date(heldOn), attendance, "07/BB"), Engine, Today);
}
