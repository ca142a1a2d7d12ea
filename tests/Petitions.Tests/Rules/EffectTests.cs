using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What came of a decision, and who was protected. All were accepted on 5 August 2026, and resolved on Tuesday 25 August.</summary>
public sealed class EffectTests
{
    static readonly Effects SomeMoney = Effects.None with { MoneyRecovered = 1 };

    [Theory]
    [InlineData("2026-08-25", null)]
    [InlineData("2026-08-24", "effectiveOn")] // nothing comes of a decision before it
    [InlineData("2026-11-21", "effectiveOn")] // nor tomorrow
    public void Effects_come_between_the_decision_and_today(string on, string? field)
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Assert.Null(denunciation.Resolve(Outcome.Dung, Date("2026-08-25"), "1", Committee, Engine, Today));

        Assert.Equal(field, Record(denunciation, SomeMoney, on)?.Field);
    }

    [Fact]
    public void Nothing_comes_of_what_is_not_decided_and_nothing_is_no_effect()
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Is("petitions.wrong-state", Record(denunciation, SomeMoney, "2026-08-25"));
        Assert.Null(denunciation.Resolve(Outcome.Dung, Date("2026-08-25"), "1", Committee, Engine, Today));

        Is("petitions.no-effect", Record(denunciation, Effects.None, "2026-08-25"));
    }

    [Fact]
    public void A_denouncer_is_protected_from_the_receipt_on_and_nobody_else_is_TC_Đ47()
    {
        var denunciation = Received(PetitionKind.ToCao);

        Assert.Null(denunciation.Protect(denunciation.ReceivedOn, "7/QĐ", Today));
        Assert.Equal("orderedOn", denunciation.Protect(denunciation.ReceivedOn.AddDays(-1), "7/QĐ", Today)?.Field);
        Is("petitions.protects-denouncers", Accepted(PetitionKind.KhieuNai).Protect(Today, "7/QĐ", Today));
    }

    static Rejection? Record(Petition petition, Effects effects, string on) => petition.Record(effects, Date(on), "12/BC", Today);
}
