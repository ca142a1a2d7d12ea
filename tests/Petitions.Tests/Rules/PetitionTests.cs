using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

public sealed class PetitionTests
{
    const string Board = "MASS_MOBILIZATION_BOARD";

    [Theory]
    [InlineData(PetitionKind.KhieuNai, "KN.ACC", "2026-08-12")]
    [InlineData(PetitionKind.ToCao, "TC.INIT", "2026-08-12")]
    [InlineData(PetitionKind.KienNghi, "TCD.REPLY", "2026-08-17")]
    [InlineData(PetitionKind.PhanAnh, "TCD.REPLY", "2026-08-17")]
    public void On_receipt_the_first_duty_of_the_kind_starts(PetitionKind kind, string rule, string due)
    {
        var petition = Received(kind);

        Assert.Equal((rule, Date(due)), (petition.Current!.Rule, petition.DueOn));
    }

    [Fact]
    public void A_board_that_receives_a_denunciation_has_five_working_days_to_forward_it()
    {
        var petition = Received(PetitionKind.ToCao, unitKind: Board);

        Assert.Equal("TC.FWD", petition.Current!.Rule);
        Assert.Equal(["TC.INIT", "TC.FWD"], petition.Deadlines.Select(d => d.Rule));
    }

    [Theory]
    [InlineData(PetitionKind.KhieuNai, false, "KN.R1", "2026-09-04")]
    [InlineData(PetitionKind.KhieuNai, true, "KN.R1.REMOTE", "2026-09-21")]
    [InlineData(PetitionKind.ToCao, false, "TC.RES", "2026-09-04")]
    public void Acceptance_meets_the_first_duty_and_starts_the_clock_of_the_resolution(
        PetitionKind kind,
        bool remote,
        string rule,
        string due
    )
    {
        var petition = Accepted(kind, remote);

        Assert.Equal((rule, Date(due)), (petition.Clock!.Rule, petition.Clock.Due));
        Assert.Equal(Date("2026-08-05"), petition.Deadlines[0].MetOn);
    }

    [Fact]
    public void The_law_sets_no_limit_for_resolving_a_proposal() => Assert.Null(Accepted(PetitionKind.KienNghi).DueOn);

    [Theory]
    [InlineData(PetitionKind.KhieuNai)]
    [InlineData(PetitionKind.ToCao)]
    public void A_board_neither_accepts_nor_resolves_complaints_and_denunciations(PetitionKind kind)
    {
        var petition = Received(kind, unitKind: Board);

        Is("petitions.not-competent", petition.Accept(Date("2026-08-05"), "1", Board, Engine, Today));
        Is("petitions.not-competent", Accepted(kind).Resolve(Outcome.Dung, Date("2026-08-20"), "2", Board, Engine, Today));
        Assert.Equal(PetitionState.Received, petition.State);
    }

    [Theory]
    [InlineData("PARTY_COMMITTEE")]
    [InlineData("FATHERLAND_FRONT")]
    [InlineData("MASS_ORGANISATION")]
    [InlineData("PEOPLES_COUNCIL")]
    public void Whoever_only_follows_up_accepts_neither_complaints_nor_denunciations_but_proposals(string unitKind)
    {
        Is("petitions.not-competent", Received(PetitionKind.KhieuNai).Accept(Date("2026-08-05"), "1", unitKind, Engine, Today));
        Is("petitions.not-competent", Received(PetitionKind.ToCao).Accept(Date("2026-08-05"), "1", unitKind, Engine, Today));
        Assert.Null(Received(PetitionKind.KienNghi).Accept(Date("2026-08-05"), "1", unitKind, Engine, Today));
    }

    [Fact]
    public void What_has_no_limit_in_force_for_its_resolution_is_not_accepted()
    {
        var petition = Received(PetitionKind.KhieuNai);
        var engine = new DeadlineEngine(new RuleTable([.. Table.Rules.Where(rule => rule.Id != "KN.R1")]), Calendar);

        Is("petitions.no-rule-in-force", petition.Accept(Date("2026-08-05"), "1", Committee, engine, Today));
        Assert.Equal((PetitionState.Received, null), (petition.State, petition.AcceptedOn));
    }

    [Fact]
    public void A_late_acceptance_is_not_in_time_and_one_on_the_last_day_is()
    {
        var late = Received(PetitionKind.KhieuNai);
        var last = Received(PetitionKind.KhieuNai);
        Assert.Null(late.Accept(Date("2026-08-13"), "1", Committee, Engine, Today));
        Assert.Null(last.Accept(Date("2026-08-12"), "1", Committee, Engine, Today));

        Assert.False(late.InTime);
        Assert.True(last.InTime);
    }

    [Theory]
    [InlineData(PetitionKind.KhieuNai, Outcome.DungMotPhan, null)]
    [InlineData(PetitionKind.ToCao, Outcome.Sai, null)]
    [InlineData(PetitionKind.KienNghi, Outcome.TiepThu, null)]
    [InlineData(PetitionKind.KhieuNai, Outcome.TiepThu, "petitions.outcome-of-another-kind")]
    [InlineData(PetitionKind.PhanAnh, Outcome.Dung, "petitions.outcome-of-another-kind")]
    public void Each_kind_has_its_own_outcomes(PetitionKind kind, Outcome outcome, string? refusal)
    {
        var petition = Accepted(kind);

        Assert.Equal(refusal, petition.Resolve(outcome, Date("2026-08-20"), "2", Committee, Engine, Today)?.Code);
        Assert.Equal(refusal is null ? PetitionState.Resolved : PetitionState.Accepted, petition.State);
    }

    [Fact]
    public void A_closed_petition_takes_no_further_step()
    {
        var petition = Received(PetitionKind.KienNghi);
        Assert.Null(petition.Guide(null, Date("2026-08-05"), "1", Today));

        Is("petitions.wrong-state", petition.Accept(Date("2026-08-06"), "2", Committee, Engine, Today));
        Is("petitions.wrong-state", petition.Guide(null, Date("2026-08-06"), "2", Today));
        Is("petitions.wrong-state", petition.Forward(Guid.CreateVersion7(), Date("2026-08-06"), "2", Engine, Today));
        Is("petitions.wrong-state", petition.Refuse("XLD.UNCLEAR", Date("2026-08-06"), "2", Today));
        Is("petitions.wrong-state", petition.Resolve(Outcome.TiepThu, Date("2026-08-06"), "2", Committee, Engine, Today));
        Assert.Equal((PetitionState.Guided, Date("2026-08-05")), (petition.State, petition.ClosedOn));
        Assert.Null(petition.DueOn);
    }

    [Fact]
    public void Dates_lie_between_the_previous_step_and_today()
    {
        Is("petitions.date-in-the-future", New(PetitionKind.KhieuNai, receivedOn: "2026-11-21").Register(Committee, Engine, Today));
        Is(
            "petitions.date-before-previous-step",
            Received(PetitionKind.KhieuNai).Accept(Date("2026-08-02"), "1", Committee, Engine, Today)
        );
        Is("petitions.date-in-the-future", Received(PetitionKind.KhieuNai).Accept(Date("2026-11-21"), "1", Committee, Engine, Today));
        Is(
            "petitions.date-before-previous-step",
            Accepted(PetitionKind.KhieuNai).Resolve(Outcome.Dung, Date("2026-08-04"), "1", Committee, Engine, Today)
        );
    }

    [Theory]
    [InlineData("2026-08-02", "petitions.date-before-previous-step")]
    [InlineData("2026-11-21", "petitions.date-in-the-future")]
    public void A_refusal_a_guidance_and_a_forwarding_lie_between_receipt_and_today(string on, string refusal)
    {
        Is(refusal, Received(PetitionKind.PhanAnh).Refuse("XLD.UNCLEAR", Date(on), "1", Today));
        Is(refusal, Received(PetitionKind.PhanAnh).Guide(null, Date(on), "1", Today));
        Is(refusal, Received(PetitionKind.PhanAnh).Forward(Guid.CreateVersion7(), Date(on), "1", Engine, Today));
    }

    [Fact]
    public void A_petition_of_1900_is_refused_because_no_rule_was_in_force() =>
        Is("petitions.no-rule-in-force", New(PetitionKind.KhieuNai, receivedOn: "1900-01-01").Register(Committee, Engine, Today));

    [Fact]
    public void An_organisation_cannot_denounce() =>
        Is(
            "petitions.denouncer-must-be-individual",
            New(PetitionKind.ToCao, petitioner: PetitionerType.Organisation).Register(Committee, Engine, Today)
        );

    [Fact]
    public void Online_reception_exists_only_since_July_2026()
    {
        Is(
            "petitions.no-online-reception-yet",
            New(PetitionKind.PhanAnh, Channel.TiepCongDanTrucTuyen, "2026-06-30").Register(Committee, Engine, Today)
        );
        Assert.Null(New(PetitionKind.PhanAnh, Channel.TiepCongDanTrucTuyen, "2026-07-01").Register(Committee, Engine, Today));
    }

    [Fact]
    public void What_another_body_sent_on_names_that_body() =>
        Is("petitions.forwarding-body-missing", New(PetitionKind.PhanAnh, Channel.CoQuanChuyenDen).Register(Committee, Engine, Today));

    [Theory]
    [InlineData(PetitionKind.ToCao, "petitions.anonymous-denunciation")]
    [InlineData(PetitionKind.KhieuNai, "petitions.anonymous")]
    public void An_anonymous_petition_is_not_accepted(PetitionKind kind, string refusal)
    {
        var petition = New(kind, petitioner: null);
        Assert.Null(petition.Register(Committee, Engine, Today));

        Is(refusal, petition.Accept(Date("2026-08-05"), "1", Committee, Engine, Today));
    }

    [Theory]
    [InlineData(PetitionKind.KhieuNai, "KN.11.6", null)]
    [InlineData(PetitionKind.ToCao, "TC.29.1.CONTENT", null)]
    [InlineData(PetitionKind.PhanAnh, "XLD.UNCLEAR", null)]
    [InlineData(PetitionKind.ToCao, "KN.11.6", "petitions.unknown-ground")]
    [InlineData(PetitionKind.KhieuNai, "KN.11.10", "petitions.unknown-ground")]
    public void A_refusal_stands_on_a_ground_of_the_kind(PetitionKind kind, string ground, string? refusal) =>
        Assert.Equal(refusal, Received(kind).Refuse(ground, Date("2026-08-05"), "1", Today)?.Code);

    [Theory]
    [InlineData(Channel.BuuChinh, "2026-08-03", "petitions.complaints-are-guided")]
    [InlineData(Channel.TiepCongDan, "2026-06-30", "petitions.complaints-are-guided")]
    [InlineData(Channel.TiepCongDan, "2026-07-01", null)]
    [InlineData(Channel.NopTrucTiep, "2026-08-03", null)]
    [InlineData(Channel.TiepCongDanTrucTuyen, "2026-08-03", null)]
    public void Only_reception_forwards_complaints_and_only_since_July_2026(Channel channel, string on, string? refusal)
    {
        var petition = New(PetitionKind.KhieuNai, channel, on);
        Assert.Null(petition.Register(Board, Engine, Today));

        Assert.Equal(refusal, petition.Forward(Guid.CreateVersion7(), Date(on), "1", Engine, Today)?.Code);
    }

    [Fact]
    public void A_denunciation_forwarded_on_the_sixth_working_day_is_late()
    {
        var petition = Received(PetitionKind.ToCao);
        Assert.Null(petition.Forward(Guid.CreateVersion7(), Date("2026-08-11"), "1", Engine, Today));

        Assert.False(petition.InTime);
    }

    [Fact]
    public void A_petition_is_not_forwarded_to_the_unit_that_holds_it()
    {
        var petition = Received(PetitionKind.PhanAnh);

        Is("petitions.forwarded-to-itself", petition.Forward(petition.UnitId, Date("2026-08-05"), "1", Engine, Today));
    }
}
