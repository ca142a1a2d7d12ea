using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>The clock starts anew: with the superior (NĐ 31/2019 Đ5), or after the end.</summary>
public sealed class RestartTests
{
    static readonly Guid Superior = Guid.CreateVersion7();

    [Fact]
    public void A_conflict_of_interest_takes_a_denunciation_to_the_superior_and_the_clock_starts_with_the_new_acceptance_Đ5_3()
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Assert.Null(denunciation.Extend(30, [Complexity.SeveralPlaces], Date("2026-08-20"), "1", Engine, Today));
        var before = denunciation.UnitId;

        Assert.Null(Yield(denunciation, "2026-08-24"));

        Assert.Equal((Superior, PetitionState.Received, null), (denunciation.UnitId, denunciation.State, denunciation.AcceptedOn));
        Assert.Equal(("TC.INIT", Date("2026-09-04")), (denunciation.Current!.Rule, denunciation.DueOn!.Value)); // 7 working days
        Assert.Equal((before, Superior, Conflict.Sibling), Parts(Assert.Single(denunciation.HandOvers)));
        Is("petitions.date-before-previous-step", Accept(denunciation, "2026-08-23"));
        Assert.Null(Accept(denunciation, "2026-08-31"));
        Assert.Equal(("TC.RES", Date("2026-09-30")), (denunciation.Clock!.Rule, denunciation.Clock.Due)); // 30 days of its own
        Assert.Null(denunciation.Extend(30, [Complexity.SeveralPlaces], Date("2026-09-01"), "1", Engine, Today));
    }

    [Fact]
    public void What_was_met_before_stays_as_it_was_counted()
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Assert.Null(denunciation.Suspend(Date("2026-08-14"), "1", Engine, Today, out _));
        Assert.Null(Yield(denunciation, "2026-08-24"));

        var first = denunciation.Deadlines.First(d => d.Rule == "TC.INIT");
        Assert.Equal((Date("2026-08-05"), true, false), (first.MetOn, first.InTime, first.Superseded));
        Assert.True(denunciation.Deadlines.Single(d => d.Rule == "TC.RES").Superseded);
        Assert.Null(denunciation.SuspendedOn);
    }

    [Fact]
    public void Only_an_open_denunciation_goes_up_and_to_one_who_may_resolve_it_Đ5_2()
    {
        Is("petitions.conflict-is-of-denunciations", Yield(Accepted(PetitionKind.KhieuNai), "2026-08-24"));
        Is("petitions.wrong-state", Yield(ConclusionTests.Concluded(), "2026-08-25"));
        Is("petitions.not-competent", Yield(Accepted(PetitionKind.ToCao), "2026-08-24", "MASS_MOBILIZATION_BOARD"));
        Is("petitions.date-before-previous-step", Yield(Accepted(PetitionKind.ToCao), "2026-08-04"));
        Is("petitions.date-in-the-future", Yield(Accepted(PetitionKind.ToCao), "2026-11-21"));
    }

    [Fact]
    public void A_resolved_complaint_is_opened_again_with_a_limit_of_its_own_and_its_closed_ones_stay()
    {
        var complaint = Accepted(PetitionKind.KhieuNai);
        Assert.Null(complaint.Resolve(Outcome.Sai, Date("2026-09-07"), "1", Committee, Engine, Today));
        var before = complaint.Deadlines.Where(d => d.MetOn is not null).Select(d => (d.Rule, d.Due, d.MetOn, d.InTime)).ToList();

        Assert.Null(Reopen(complaint, "2026-09-21"));

        Assert.Equal((PetitionState.Accepted, null, null), (complaint.State, complaint.Outcome, complaint.ClosedOn));
        Assert.Equal(("KN.R1", Date("2026-10-21")), (complaint.Current!.Rule, complaint.DueOn!.Value));
        Assert.Equal(before, complaint.Deadlines.Take(before.Count).Select(d => (d.Rule, d.Due, d.MetOn, d.InTime)));
        Assert.Equal((PetitionState.Resolved, ReopeningReason.SetAside), (complaint.Reopenings[0].Was, complaint.Reopenings[0].Reason));
        Is("petitions.date-before-previous-step", complaint.Resolve(Outcome.Dung, Date("2026-09-20"), "1", Committee, Engine, Today));
        Assert.Null(complaint.Resolve(Outcome.Dung, Date("2026-09-21"), "1", Committee, Engine, Today));
    }

    [Fact]
    public void One_that_was_refused_is_received_again()
    {
        var complaint = Received(PetitionKind.KhieuNai);
        Assert.Null(complaint.Refuse("KN.11.6", Date("2026-08-05"), "1", Today));

        Assert.Null(Reopen(complaint, "2026-09-21"));

        Assert.Equal((PetitionState.Received, null, "KN.ACC"), (complaint.State, complaint.Ground, complaint.Current!.Rule));
        Assert.Equal(Date("2026-09-30"), complaint.DueOn); // 7 working days
        Is("petitions.date-before-previous-step", Accept(complaint, "2026-09-20"));
    }

    [Fact]
    public void Feedback_is_opened_again_without_a_limit()
    {
        var feedback = Accepted(PetitionKind.PhanAnh);
        Assert.Null(feedback.Resolve(Outcome.TiepThu, Date("2026-08-24"), "1", Committee, Engine, Today));

        Assert.Null(Reopen(feedback, "2026-09-21"));

        Assert.Equal((PetitionState.Accepted, null), (feedback.State, feedback.DueOn));
    }

    [Fact]
    public void What_was_taken_back_under_force_is_opened_again_and_nothing_else_on_that_reason()
    {
        var (taken, stopped, resolved) = (Accepted(PetitionKind.ToCao), Accepted(PetitionKind.ToCao), ConclusionTests.Concluded());
        Assert.Null(WithdrawalTests.Withdraw(taken, "2026-08-14"));
        Assert.Null(WithdrawalTests.Withdraw(stopped, "2026-08-14"));
        Assert.Null(stopped.Stop("TC.STOP.WITHDRAWN", Date("2026-08-17"), "1", Engine, Today));

        Is("petitions.was-not-withdrawn", Reopen(resolved, "2026-09-21", ReopeningReason.WithdrawalCoerced));
        Is("petitions.date-before-previous-step", Reopen(stopped, "2026-08-16", ReopeningReason.WithdrawalCoerced));
        foreach (var petition in new[] { taken, stopped })
        {
            Assert.Null(Reopen(petition, "2026-09-21", ReopeningReason.WithdrawalCoerced));
            Assert.Equal((PetitionState.Accepted, null), (petition.State, petition.SendBy));
        }
    }

    [Fact]
    public void Only_what_has_ended_here_is_opened_again()
    {
        var guided = Received(PetitionKind.KhieuNai);
        Assert.Null(guided.Guide(null, Date("2026-08-05"), "1", Today));

        foreach (var petition in new[] { guided, Received(PetitionKind.KhieuNai), Accepted(PetitionKind.KhieuNai) })
            Is("petitions.wrong-state", Reopen(petition, "2026-09-21"));
        Is("petitions.date-before-previous-step", Reopen(ConclusionTests.Concluded(), "2026-08-23"));
        Is("petitions.date-in-the-future", Reopen(ConclusionTests.Concluded(), "2026-11-21"));
    }

    static (Guid, Guid, Conflict) Parts(HandOver one) => (one.FromUnitId, one.ToUnitId, one.Conflict);

    static Rejection? Yield(Petition petition, string on, string unitKind = Committee) =>
        petition.Yield(Conflict.Sibling, Superior, unitKind, Date(on), "15/BC", Engine, Today);

    static Rejection? Reopen(Petition petition, string on, ReopeningReason reason = ReopeningReason.SetAside) =>
        petition.Reopen(reason, Date(on), "50/QĐ", Engine, Today);

    static Rejection? Accept(Petition petition, string on) => petition.Accept(Date(on), "1", Committee, Engine, Today);
}
