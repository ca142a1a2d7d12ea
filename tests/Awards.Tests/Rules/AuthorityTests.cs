using DanVan.Awards.Law;
using static DanVan.Awards.Tests.Rules.Samples;

namespace DanVan.Awards.Tests.Rules;

public sealed class AuthorityTests
{
    [Theory]
    [InlineData("MASS_MOBILIZATION_BOARD", "PROVINCE")]
    [InlineData("MASS_MOBILIZATION_BOARD", "CENTRAL")]
    [InlineData("PARTY_COMMITTEE", "PROVINCE")]
    [InlineData("PEOPLES_COMMITTEE", "COMMUNE")]
    public void A_board_or_a_commune_proposes_a_certificate_of_merit_but_cannot_decide_it(string kind, string level) =>
        "awards.issuer-has-no-authority".Refuses(Asked("BANG_KHEN_TINH", kind, level));

    [Theory]
    [InlineData("PEOPLES_COMMITTEE")]
    [InlineData("PROVINCE")]
    [InlineData("MUNICIPALITY")]
    public void The_province_decides_a_certificate_of_merit(string kind) => Assert.Null(Asked("BANG_KHEN_TINH", kind, "PROVINCE"));

    [Fact]
    public void A_certificate_of_commendation_may_come_from_any_body() => Assert.Null(Asked("GIAY_KHEN", "DEPARTMENT", "PROVINCE"));

    [Fact]
    public void Before_the_commune_took_over_nothing_is_on_file_and_nothing_refused() =>
        Assert.Null(Authority.Refuses(LawOnFile.Form("GIA_DINH_VAN_HOA")!, Unit("RURAL_DISTRICT", "DISTRICT"), Day("2024-05-01")));

    [Fact]
    public void An_issuer_known_only_as_printed_cannot_be_checked() =>
        Assert.Null(Authority.Refuses(LawOnFile.Form("BANG_KHEN_TINH")!, issuer: null, Day("2022-12-29")));

    static Chassis.Http.Rejection? Asked(string form, string kind, string level) =>
        Authority.Refuses(LawOnFile.Form(form)!, Unit(kind, level), Day("2026-08-01"));
}
