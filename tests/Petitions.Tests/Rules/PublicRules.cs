using DanVan.Petitions.Open311;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What may be shown to the public, and when.</summary>
public sealed class PublicRules
{
    [Fact]
    public void Nothing_shows_of_a_petition_that_is_not_resolved() =>
        Is("petitions.wrong-state", Accepted(PetitionKind.KhieuNai).MayBeShown(Today));

    [Fact]
    public void A_resolution_shows_from_its_day_on()
    {
        var petition = Resolved(PetitionKind.KhieuNai, Outcome.Dung);

        Is("petitions.shown-before-it-was", petition.MayBeShown(Date("2026-08-27")));
        Assert.Null(petition.MayBeShown(Date("2026-08-28")));
    }

    [Fact]
    public void A_denunciation_shows_only_once_its_conclusion_was_made_public_Dieu_40()
    {
        var petition = Resolved(PetitionKind.ToCao, Outcome.Dung);
        Is("petitions.conclusion-not-public-yet", petition.MayBeShown(Today));

        Assert.Null(petition.Publish(PublicationManner.Portal, Date("2026-09-07"), "47/TB", Today));

        Is("petitions.shown-before-it-was", petition.MayBeShown(Date("2026-09-06")));
        Assert.Null(petition.MayBeShown(Date("2026-09-07")));
    }

    [Theory]
    [InlineData("Xem http://example.org/x", true)]
    [InlineData("Vào WWW.example.org nhé", true)]
    [InlineData("Đường hỏng: xe không qua được", false)]
    public void A_link_is_seen(string text, bool expected) => Assert.Equal(expected, IntakeQuota.HasLink(text));

    [Fact]
    public void A_text_sent_a_little_otherwise_is_the_same_text() =>
        Assert.Equal(IntakeQuota.Folded("Đường liên xã hỏng."), IntakeQuota.Folded("DUONG  liên-xã hỏng!"));

    [Fact]
    public void What_is_not_held_is_not_reviewed()
    {
        var request = new PublicRequest { PetitionId = Guid.CreateVersion7(), ReceivedAt = DateTimeOffset.UnixEpoch };
        Is("petitions.not-held", request.Review(ReviewDecision.Released, Today));

        request.Hold([HoldReason.Links]);

        Assert.Null(request.Review(ReviewDecision.Dismissed, Today));
        Assert.Equal(Listing.Dismissed, request.Listing);
        Is("petitions.not-held", request.Review(ReviewDecision.Released, Today));
    }

    static Petition Resolved(PetitionKind kind, Outcome outcome)
    {
        var petition = Accepted(kind);
        Assert.Null(petition.Resolve(outcome, Date("2026-08-28"), "45/QĐ", Committee, Engine, Today));
        return petition;
    }
}
