using DanVan.Chassis.Http;
using DanVan.Petitions.Clearances;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What holds an award back, and what contradicts one (NĐ 152/2025 Đ4.4, Luật TĐKT Đ93).</summary>
public sealed class VerificationTests
{
    [Theory]
    [InlineData(PetitionKind.KhieuNai)]
    [InlineData(PetitionKind.ToCao)]
    public void A_letter_that_was_only_received_is_not_being_verified_and_an_accepted_one_is_Đ4_4(PetitionKind kind)
    {
        Assert.False(Received(kind).IsBeingVerified);
        Assert.True(Accepted(kind).IsBeingVerified);
    }

    [Fact]
    public void Proposals_and_feedback_hold_nobody_back()
    {
        Assert.False(Accepted(PetitionKind.KienNghi).IsBeingVerified);
        Assert.False(Accepted(PetitionKind.PhanAnh).IsBeingVerified);
    }

    [Fact]
    public void Verification_goes_on_while_the_clock_stands_and_while_the_superior_takes_over()
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Assert.Null(denunciation.Suspend(Date("2026-08-14"), "1", Engine, Today, out _));
        Assert.True(denunciation.IsBeingVerified);

        Assert.Null(Yield(denunciation));
        Assert.True(denunciation.IsBeingVerified);

        var untouched = Received(PetitionKind.ToCao);
        Assert.Null(Yield(untouched));
        Assert.False(untouched.IsBeingVerified);
    }

    [Fact]
    public void Whatever_ends_it_ends_the_verification()
    {
        var withdrawn = Accepted(PetitionKind.ToCao);
        Assert.Null(withdrawn.Withdraw(new(Date("2026-08-14"), true, WithdrawalForm.Letter, null, "1"), Today));
        Assert.False(withdrawn.IsBeingVerified);
        Assert.False(Concluded(PetitionKind.ToCao, Outcome.Sai).IsBeingVerified);
    }

    [Fact]
    public void A_denunciation_that_proved_right_awaits_discipline_until_it_is_acted_on_Đ36_1()
    {
        Assert.False(Concluded(PetitionKind.ToCao, Outcome.Sai).AwaitsDiscipline);
        Assert.False(Concluded(PetitionKind.KhieuNai, Outcome.Dung).AwaitsDiscipline);
        var right = Concluded(PetitionKind.ToCao, Outcome.DungMotPhan);
        Assert.True(right.AwaitsDiscipline);
        Assert.True(new Standing([right], []).IsHeld);

        Assert.Null(right.Act(Date("2026-09-07"), "1", Engine, Today));

        Assert.False(new Standing([right], []).IsHeld);
    }

    [Theory]
    [InlineData(Outcome.Dung, "2026-08-28", true)]
    [InlineData(Outcome.DungMotPhan, "2026-08-01", true)]
    [InlineData(Outcome.Dung, "2026-08-29", false)]
    [InlineData(Outcome.Sai, "2026-08-01", false)]
    public void Only_what_proved_right_from_the_day_of_the_award_on_contradicts_it_Đ93(Outcome outcome, string awarded, bool contradicts)
    {
        Assert.Equal(contradicts, Concluded(PetitionKind.ToCao, outcome).ProvedRightSince(Date(awarded)));
        Assert.Equal(contradicts, Concluded(PetitionKind.KhieuNai, outcome).ProvedRightSince(Date(awarded)));
    }

    static Petition Concluded(PetitionKind kind, Outcome outcome)
    {
        var petition = Accepted(kind);
        Assert.Null(petition.Resolve(outcome, Date("2026-08-28"), "1", Committee, Engine, Today));
        return petition;
    }

    static Rejection? Yield(Petition denunciation) =>
        denunciation.Yield(Conflict.Denounced, Guid.CreateVersion7(), Committee, Date("2026-08-24"), "1", Engine, Today);
}
