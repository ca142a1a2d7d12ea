using DanVan.Chassis.Http;
using DanVan.Petitions.Eligibility;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>The checks E1 to E11 and the handling matrix. All papers were received on Monday 3 August 2026.</summary>
public sealed class EligibilityTests
{
    public static readonly EligibilityTable LawOfHandling = EligibilityTable.Load();

    static readonly PetitionKind[] Kinds = Enum.GetValues<PetitionKind>();

    [Theory]
    [InlineData("KhieuNai", "E1 E2 E3 E6 E8 E9 E10 E11")]
    [InlineData("ToCao", "E1 E2 E4 E6 E7 E8 E9 E10")]
    [InlineData("KienNghi", "E1 E2 E5 E6 E8 E9 E10")]
    [InlineData("PhanAnh", "E1 E2 E5 E6 E8 E9 E10")]
    public void Each_kind_is_asked_its_own_checks_TT_05_2021_6_2(string kind, string ids) =>
        Assert.Equal(ids, string.Join(' ', LawOfHandling.Asked(Enum.Parse<PetitionKind>(kind), Date("2026-08-05")).Select(c => c.Id)));

    [Theory]
    [InlineData("2021-11-14", "TT 07/2014/TT-TTCP Đ6.2")]
    [InlineData("2021-11-15", "TT 05/2021/TT-TTCP Đ6.2")]
    public void The_check_of_the_day_is_the_one_in_force(string on, string article) =>
        Assert.Equal(article, LawOfHandling.Asked(PetitionKind.KhieuNai, Date(on)).Single(c => c.Id == "E1").Article);

    [Fact]
    public void No_two_rows_of_a_check_are_in_force_on_one_day_for_one_kind()
    {
        foreach (var kind in Kinds)
        foreach (var on in new[] { "2014-01-01", "2021-11-14", "2021-11-15", "2026-06-30", "2026-07-01" })
            Assert.Distinct(LawOfHandling.Asked(kind, Date(on)).Select(check => check.Id));
    }

    [Fact]
    public void Every_kind_channel_field_and_competence_has_a_way_to_go()
    {
        foreach (var kind in Kinds)
        foreach (var channel in Enum.GetValues<Channel>())
        foreach (var field in Enum.GetValues<PetitionField>())
        foreach (var competent in new[] { true, false })
            Assert.NotEmpty(Judged(kind, channel: channel, field: field, competent: competent).Handling);
    }

    [Fact]
    public void Any_check_that_fails_makes_it_not_eligible_and_filed_for_one_year_TT_07_2014_28()
    {
        foreach (var kind in Kinds)
        foreach (var check in LawOfHandling.Asked(kind, Date("2026-08-05")).Where(c => c.Lifts is null))
        {
            var judged = Judged(kind, [check.Id]);
            Assert.Equal((Verdict.NotEligible, check.Article), (judged.Verdict, judged.Article));
            Assert.Equal([HandlingAction.File], judged.Handling.Select(row => row.Action));
            Assert.Equal(Date("2027-08-05"), judged.KeepUntil);
        }
    }

    [Fact]
    public void About_discipline_only_the_cadre_or_civil_servant_complains_LKN_2_1()
    {
        var judged = Judged(PetitionKind.KhieuNai, ["E11"]);

        Assert.Equal((Verdict.NotEligible, "Luật Khiếu nại Đ2.1"), (judged.Verdict, judged.Article));
        Assert.DoesNotContain(LawOfHandling.Asked(PetitionKind.ToCao, Date("2026-08-05")), check => check.Id == "E11");
    }

    [Fact]
    public void An_anonymous_petition_fails_the_check_of_its_writer_whatever_was_answered()
    {
        foreach (var kind in Kinds)
            Assert.Equal(["E2"], Judged(kind, anonymous: true).Failed.Select(check => check.Id));
    }

    [Theory]
    [InlineData("", "InspectionInformation", "Luật Tố cáo Đ25.2")]
    [InlineData("E4", "InspectionInformation", "Luật Tố cáo Đ25.2")] // there is no way to contact who is unknown
    [InlineData("E6", "NotEligible", "TT 05/2021/TT-TTCP Đ6.2")]
    public void An_anonymous_denunciation_with_evidence_is_inspection_information_LTC_25_2(string failed, string verdict, string article)
    {
        var judged = Judged(PetitionKind.ToCao, failed.Length == 0 ? [] : [failed], anonymous: true, evidence: true);

        Assert.Equal((Enum.Parse<Verdict>(verdict), article), (judged.Verdict, judged.Article));
        Assert.Equal(judged.Verdict is Verdict.NotEligible, judged.KeepUntil is not null);
    }

    [Fact]
    public void Evidence_lifts_nothing_of_other_kinds_nor_of_a_denouncer_who_gave_a_name()
    {
        Is("petitions.evidence-of-anonymous-denunciations", Judge(PetitionKind.KhieuNai, anonymous: true, evidence: true));
        Is("petitions.evidence-of-anonymous-denunciations", Judge(PetitionKind.ToCao, evidence: true));
    }

    [Theory]
    [InlineData("KhieuNai", "E4")]
    [InlineData("ToCao", "E3")]
    [InlineData("ToCao", "E7")]
    [InlineData("PhanAnh", "E11")]
    public void A_check_that_is_not_asked_of_the_kind_is_refused(string kind, string check) =>
        Is("petitions.unknown-check", Judge(Enum.Parse<PetitionKind>(kind), [check]));

    [Theory]
    [InlineData("KhieuNai", "BuuChinh", true, "2026-08-05", "Accept 01, Refuse")]
    [InlineData("KhieuNai", "BuuChinh", false, "2026-08-05", "Guide 03")]
    [InlineData("KhieuNai", "CoQuanChuyenDen", false, "2026-08-05", "Return 04")]
    [InlineData("KhieuNai", "TiepCongDan", false, "2026-06-30", "Guide 03")]
    [InlineData("KhieuNai", "TiepCongDan", false, "2026-07-01", "Guide 03, Forward")] // Luật TCD Đ26.1b
    [InlineData("ToCao", "BuuChinh", true, "2026-08-05", "Accept")]
    [InlineData("ToCao", "BuuChinh", false, "2026-08-05", "Forward")]
    [InlineData("ToCao", "TiepCongDan", false, "2026-08-05", "Forward, Guide")]
    [InlineData("KienNghi", "CongDienTu", true, "2026-08-05", "Accept")]
    [InlineData("PhanAnh", "CongDienTu", false, "2026-08-05", "Forward")]
    public void The_matrix_says_what_follows_and_by_which_form_TT_07_2014_8(
        string kind,
        string channel,
        bool competent,
        string on,
        string follows
    )
    {
        var judged = Judged(Enum.Parse<PetitionKind>(kind), channel: Enum.Parse<Channel>(channel), competent: competent, on: on);

        Assert.Equal(follows, string.Join(", ", judged.Handling.Select(row => $"{row.Action} {row.Form}".Trim())));
    }

    [Fact]
    public void A_denunciation_about_party_matters_goes_to_the_party_body_TT_05_2021_15()
    {
        var judged = Judged(PetitionKind.ToCao, field: PetitionField.DangDoanThe, competent: false);

        Assert.Equal("TT 05/2021/TT-TTCP Đ15", Assert.Single(judged.Handling).Article);
    }

    static Judgement Judged(
        PetitionKind kind,
        IReadOnlyList<string>? failed = null,
        Channel channel = Channel.BuuChinh,
        PetitionField field = PetitionField.HanhChinh,
        bool anonymous = false,
        bool evidence = false,
        bool competent = true,
        string on = "2026-08-05"
    )
    {
        var answers = new Answers(kind, channel, field, anonymous, failed ?? [], evidence, competent, Date(on));
        Assert.Null(LawOfHandling.Judge(answers, out var judgement));
        return judgement;
    }

    static Rejection? Judge(PetitionKind kind, IReadOnlyList<string>? failed = null, bool anonymous = false, bool evidence = false) =>
        LawOfHandling.Judge(
            new(kind, Channel.BuuChinh, PetitionField.HanhChinh, anonymous, failed ?? [], evidence, Competent: true, Date("2026-08-05")),
            out _
        );
}
