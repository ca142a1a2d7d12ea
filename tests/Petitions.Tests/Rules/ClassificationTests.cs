using DanVan.Chassis.Http;
using DanVan.Petitions.Eligibility;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What a classification does to a petition of Monday 3 August 2026.</summary>
public sealed class ClassificationTests
{
    const string Board = "MASS_MOBILIZATION_BOARD";

    [Fact]
    public void What_is_eligible_stays_received_and_may_be_classified_anew()
    {
        var petition = Received(PetitionKind.KhieuNai);

        Assert.Null(Classify(petition, PetitionKind.KhieuNai, competent: false));
        Assert.Null(Classify(petition, PetitionKind.KhieuNai));

        Assert.Equal((PetitionState.Received, Verdict.Eligible, true), (petition.State, petition.Verdict, petition.Competent));
        Assert.Equal(Date("2026-08-12"), petition.DueOn);
        Assert.Null(petition.Accept(Date("2026-08-05"), "1", Committee, Engine, Today));
        Is("petitions.wrong-state", Classify(petition, PetitionKind.KhieuNai));
    }

    [Theory]
    [InlineData("KhieuNai", "PhanAnh", "TCD.REPLY", "2026-08-17")] // 10 working days
    [InlineData("PhanAnh", "KhieuNai", "KN.ACC", "2026-08-12")] // 7 working days
    [InlineData("KienNghi", "ToCao", "TC.INIT", "2026-08-12")]
    public void Another_kind_by_content_counts_the_first_duty_from_the_receipt_by_its_own_rule(
        string title,
        string content,
        string rule,
        string due
    )
    {
        var petition = Received(Enum.Parse<PetitionKind>(title));
        var before = petition.Current!;

        Assert.Null(Classify(petition, Enum.Parse<PetitionKind>(content)));

        Assert.Equal((rule, Date("2026-08-03"), Date(due)), (petition.Current!.Rule, petition.Current.Start, petition.Current.Due));
        Assert.True(before.Superseded);
        Assert.Equal(Date(due), petition.DueOn);
    }

    [Fact]
    public void A_denunciation_beyond_competence_is_to_be_forwarded_within_5_working_days_until_it_is_found_within_LTC_24_2()
    {
        var petition = Received(PetitionKind.PhanAnh);
        Assert.Null(Classify(petition, PetitionKind.ToCao, competent: false));
        Assert.Equal(("TC.FWD", Date("2026-08-10")), (petition.Current!.Rule, petition.DueOn));

        Assert.Null(Classify(petition, PetitionKind.ToCao));
        Assert.Equal(("TC.INIT", Date("2026-08-12")), (petition.Current!.Rule, petition.DueOn));
    }

    [Fact]
    public void What_goes_on_from_a_petition_of_its_kind_stays_of_that_kind()
    {
        var second = RoundTests.Second("2026-09-10", "2026-10-01");
        var due = second.DueOn;

        Is("petitions.first-of-another-kind", Classify(second, PetitionKind.PhanAnh, on: "2026-10-02"));
        Assert.Equal((PetitionKind.KhieuNai, due), (second.Kind, second.DueOn));
        Assert.Null(Classify(second, PetitionKind.KhieuNai, on: "2026-10-02"));
    }

    [Fact]
    public void The_superior_looks_at_it_no_earlier_than_it_has_it()
    {
        var petition = Received(PetitionKind.ToCao);
        Assert.Null(petition.Yield(Conflict.Sibling, Guid.CreateVersion7(), Committee, Date("2026-08-10"), "15/BC", Engine, Today));

        Is("petitions.date-before-previous-step", Classify(petition, PetitionKind.ToCao, on: "2026-08-07"));
        Is("petitions.date-before-previous-step", petition.RefusesSplitOn(Date("2026-08-07"), Today));
        Assert.Null(Classify(petition, PetitionKind.ToCao, on: "2026-08-10"));
    }

    [Fact]
    public void What_is_not_eligible_is_filed_and_ends()
    {
        var petition = Received(PetitionKind.KhieuNai);

        Assert.Null(Classify(petition, PetitionKind.KhieuNai, ["E8", "E3"]));

        Assert.Equal((PetitionState.Filed, false, "E3"), (petition.State, petition.IsOpen, petition.Ground));
        Assert.Equal((Date("2026-08-05"), Date("2027-08-05")), (petition.ClosedOn, petition.KeepUntil));
        Assert.Equal(["E3", "E8"], petition.FailedChecks);
        Assert.Null(petition.DueOn);
    }

    [Fact]
    public void Inspection_information_is_neither_answered_nor_resolved_LTC_25_2()
    {
        var petition = New(PetitionKind.ToCao, petitioner: null);
        Assert.Null(petition.Register(Committee, Engine, Today));

        Assert.Null(Classify(petition, PetitionKind.ToCao, evidence: true));

        Assert.Equal((PetitionState.InfoOnly, null, null), (petition.State, petition.Outcome, petition.KeepUntil));
        Is("petitions.wrong-state", petition.Accept(Date("2026-08-06"), "1", Committee, Engine, Today));
        Is("petitions.wrong-state", petition.Guide(null, Date("2026-08-06"), "1", Today));
        Is("petitions.wrong-state", petition.Resolve(Outcome.Dung, Date("2026-08-06"), "1", Committee, Engine, Today));
    }

    [Fact]
    public void An_organisation_cannot_have_denounced_LTC_2()
    {
        var petition = New(PetitionKind.KhieuNai, petitioner: PetitionerType.Organisation);
        Assert.Null(petition.Register(Committee, Engine, Today));

        Is("petitions.denouncer-must-be-individual", Classify(petition, PetitionKind.ToCao));
        Assert.Equal(PetitionKind.KhieuNai, petition.Kind);
    }

    [Fact]
    public void A_board_does_not_find_itself_competent() =>
        Is("petitions.not-competent", Classify(Received(PetitionKind.PhanAnh), PetitionKind.ToCao, unitKind: Board));

    [Theory]
    [InlineData("2026-08-02", "petitions.date-before-previous-step")]
    [InlineData("2026-11-21", "petitions.date-in-the-future")]
    public void The_day_of_classification_is_after_the_receipt_and_not_in_the_future(string on, string code) =>
        Is(code, Classify(Received(PetitionKind.KhieuNai), PetitionKind.KhieuNai, on: on));

    [Fact]
    public void A_kind_whose_rule_was_not_in_force_on_the_receipt_changes_nothing()
    {
        var petition = New(PetitionKind.KhieuNai, receivedOn: "2018-06-01"); // Luật Tố cáo 2018 is in force since 2019.
        Assert.Null(petition.Register(Committee, Engine, Today));

        Is("petitions.no-rule-in-force", Classify(petition, PetitionKind.ToCao));
        Assert.Equal((PetitionKind.KhieuNai, "KN.ACC"), (petition.Kind, petition.Current!.Rule));
    }

    static Rejection? Classify(
        Petition petition,
        PetitionKind kind,
        IReadOnlyList<string>? failed = null,
        bool evidence = false,
        bool competent = true,
        string unitKind = Committee,
        string on = "2026-08-05"
    ) =>
        petition.Classify(
            new(kind, failed ?? [], evidence, competent, Date(on), "07/PĐX"),
            EligibilityTests.LawOfHandling,
            unitKind,
            Engine,
            Today,
            out _
        );
}
