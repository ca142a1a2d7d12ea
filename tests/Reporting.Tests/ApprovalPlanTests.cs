using DanVan.Reporting.Approvals;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Tests;

/// <summary>Whose turn it is, and what is hidden from whom.</summary>
public class ApprovalPlanTests
{
    static readonly string[] Three = ["COMMUNE", "PROVINCE", "CENTRAL"];

    [Theory]
    [InlineData("", "COMMUNE", "PROVINCE")]
    [InlineData("COMMUNE", "PROVINCE", "CENTRAL")]
    [InlineData("COMMUNE PROVINCE", "CENTRAL", null)]
    // The rules changed: a level below is asked for no more, one that is left out is not waited for.
    [InlineData("PROVINCE", "CENTRAL", null)]
    [InlineData("DISTRICT", "PROVINCE", "CENTRAL")]
    // All have approved and the report is not approved for good: the last level makes it so.
    [InlineData("COMMUNE CENTRAL", "CENTRAL", null)]
    public void The_next_level_is_that_above_the_highest_that_approved(string approved, string awaits, string? next)
    {
        var plan = Plan(Three, approved);
        Assert.Equal((awaits, next, next is null), (plan.Awaits, plan.Next, plan.IsLast));
    }

    [Fact]
    public void Without_levels_anybody_approves_and_returns_once_for_good()
    {
        var plan = Plan([], "");
        Assert.Null(plan.Awaits);
        Assert.True(plan.IsLast);
        Assert.Null(plan.RefusesApproval(null) ?? plan.RefusesReturn(null));
    }

    [Theory]
    [InlineData("COMMUNE", null, null)]
    [InlineData("PROVINCE", "reporting.other-level-approves", null)]
    [InlineData(null, "reporting.other-level-approves", "reporting.other-level-approves")]
    public void Who_may_at_first(string? level, string? approval, string? @return) =>
        Assert.Equal((approval, @return), Refusals(Plan(Three, ""), level));

    [Theory]
    [InlineData("COMMUNE", "reporting.other-level-approves", "reporting.higher-level-approved")]
    [InlineData("DISTRICT", "reporting.other-level-approves", "reporting.higher-level-approved")]
    [InlineData("PROVINCE", "reporting.other-level-approves", "reporting.higher-level-approved")]
    [InlineData("CENTRAL", null, null)]
    public void Who_may_when_two_have_approved(string level, string? approval, string? @return) =>
        Assert.Equal((approval, @return), Refusals(Plan(Three, "COMMUNE PROVINCE"), level));

    [Theory]
    [InlineData("COMMUNE", null)]
    [InlineData("PROVINCE", null)]
    [InlineData("CENTRAL", "COMMUNE")]
    [InlineData(null, null)]
    public void Until_a_level_has_approved_the_one_after_sees_a_report_and_those_above_do_not(string? level, string? needed)
    {
        Assert.Equal(needed, new ApprovalRule(Three, HiddenUntilApproved: true).NeededFor(level));
        Assert.Null(new ApprovalRule(Three).NeededFor(level));
        Assert.Null(new ApprovalRule(["PROVINCE", "CENTRAL"], HiddenUntilApproved: true).NeededFor(level));
    }

    [Theory]
    [InlineData]
    [InlineData("WARD")]
    [InlineData("PROVINCE", "COMMUNE")]
    [InlineData("COMMUNE", "COMMUNE")]
    [InlineData("COMMUNE", "WARD")]
    public void Levels_that_make_no_sense_stop_the_start(params string[] levels)
    {
        var rule = new DutyRule("F", "R", [PeriodKind.Year], ["COMMUNE"], DateOnly.MinValue, null, new("vi", "en"), Approvals: new(levels));
        var refused = Assert.Throws<InvalidOperationException>(() => new DutyCatalogue([rule]));
        Assert.Contains("approvals.levels", refused.Message, StringComparison.Ordinal);
    }

    static (string?, string?) Refusals(ApprovalPlan plan, string? level) =>
        (plan.RefusesApproval(level)?.Code, plan.RefusesReturn(level)?.Code);

    static ApprovalPlan Plan(string[] levels, string approved) =>
        new(levels, [.. approved.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Approval)]);

    static ReportApproval Approval(string level) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ReportId = Guid.Empty,
            Edition = 1,
            UnitId = Guid.CreateVersion7(),
            Level = level,
            ApprovedBy = "head",
            ApprovedAt = DateTimeOffset.UnixEpoch,
        };
}
