using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Papers (đơn) and cases (vụ việc). All papers were received on Monday 3 August 2026.</summary>
public sealed class PaperTests
{
    readonly Petition leading = Received(PetitionKind.KhieuNai);

    [Fact]
    public void A_new_paper_opens_a_case_of_its_own() =>
        Assert.Equal((leading.Id, leading.Id, leading.Id), (leading.CaseId, Case.Of(leading).Id, Case.Of(leading).LeadingId));

    [Fact]
    public void A_duplicate_joins_the_case_and_its_duties_are_met_that_day()
    {
        var paper = Duplicate();

        Assert.Null(Merge(paper, "2026-08-05"));

        Assert.Equal((PetitionState.Merged, leading.CaseId, Date("2026-08-05")), (paper.State, paper.CaseId, paper.ClosedOn));
        Assert.Equal((false, true, null), (paper.IsOpen, paper.InTime, paper.DueOn));
        Assert.All(paper.Deadlines, duty => Assert.Equal(Date("2026-08-05"), duty.MetOn));
        Assert.Equal(Date("2026-08-12"), leading.DueOn);
    }

    [Fact]
    public void A_merge_after_the_limit_was_late()
    {
        var paper = Duplicate();

        Assert.Null(Merge(paper, "2026-08-13"));
        Assert.False(paper.InTime);
    }

    [Fact]
    public void A_paper_joins_once_and_not_itself()
    {
        var paper = Duplicate();
        Is("petitions.same-case", Merge(leading, "2026-08-05"));
        Assert.Null(Merge(paper, "2026-08-05"));
        Is("petitions.wrong-state", Merge(paper, "2026-08-05"));
    }

    [Fact]
    public void Kinds_with_other_clocks_are_other_cases_154_2026_14_4() =>
        Is("petitions.case-of-another-kind", Merge(Duplicate(PetitionKind.ToCao), "2026-08-05"));

    [Fact]
    public void A_unit_has_its_own_cases() => Is("petitions.case-of-another-unit", Merge(Received(PetitionKind.KhieuNai), "2026-08-05"));

    [Fact]
    public void A_case_that_has_ended_takes_no_paper()
    {
        var paper = Duplicate();
        Assert.Null(leading.Guide(null, Date("2026-08-04"), "1", Today));

        Is("petitions.case-has-ended", Merge(paper, "2026-08-05"));
        Assert.Equal((PetitionState.Received, paper.Id), (paper.State, paper.CaseId));
    }

    [Theory]
    [InlineData("2026-08-02", "petitions.date-before-previous-step")]
    [InlineData("2026-11-21", "petitions.date-in-the-future")]
    public void The_day_is_after_the_receipt_and_not_in_the_future(string on, string code) => Is(code, Merge(Duplicate(), on));

    [Fact]
    public void An_accepted_paper_leads_and_does_not_join()
    {
        var accepted = Accepted(PetitionKind.KhieuNai);
        accepted.UnitId = leading.UnitId;

        Is("petitions.wrong-state", Merge(accepted, "2026-08-06"));
    }

    [Fact]
    public void A_complaint_and_a_denunciation_in_one_paper_are_two_cases_with_their_own_clocks()
    {
        var part = Split(leading);

        Assert.Equal((leading.Id, leading.UnitId, leading.ReceivedOn), (part.PaperId, part.UnitId, part.ReceivedOn));
        Assert.NotEqual(leading.CaseId, part.CaseId);
        Assert.Equal(("KN.ACC", "TC.INIT"), (leading.Current!.Rule, part.Current!.Rule));
        Assert.Equal(leading.Id, Split(part).PaperId);
    }

    [Fact]
    public void What_was_taken_up_is_not_split() =>
        Is("petitions.wrong-state", Accepted(PetitionKind.KhieuNai).RefusesSplitOn(Date("2026-08-06"), Today));

    static Petition Split(Petition paper)
    {
        Assert.Null(paper.RefusesSplitOn(Date("2026-08-04"), Today));
        Assert.Null(
            paper.SplitOff(PetitionKind.ToCao, PetitionField.HanhChinh, "Thu tiền sai", null, Committee, Engine, Today, out var part)
        );
        return part;
    }

    Petition Duplicate(PetitionKind kind = PetitionKind.KhieuNai)
    {
        var paper = Received(kind);
        paper.UnitId = leading.UnitId;
        return paper;
    }

    Rejection? Merge(Petition paper, string on) => paper.Merge(leading, Date(on), "08/PĐX", Today);
}
