using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Approvals;

/// <summary>Approves a report as the level of the caller, and for good when no level is left. Who calls holds the row of the report, in a transaction.</summary>
public sealed class ApproveLevel(ReportingDb db, Contribute contribute, UnitTree tree, TimeProvider clock)
{
    /// <summary>Approves and announces it, or says what forbids it.</summary>
    public async Task<Rejection?> Take(Report report, Caller caller, CancellationToken ct)
    {
        var (plan, level, at) = (await db.PlanOf(report, ct), tree.LevelOf(caller.UnitId), clock.GetUtcNow());
        if ((report.RefusesDecision() ?? plan.RefusesApproval(level)) is { } refused)
            return refused;
        // Who sees a report has a unit.
        db.ReportApprovals.Add(ReportApproval.Of(report, caller.UnitId!.Value, level, caller, at));
        if (plan.Awaits is { } awaited)
        {
            db.Announce(report, LevelApproved(report, awaited, plan, caller.UnitId.Value));
            // A report announces one thing a save.
            await db.SaveChangesAsync(ct);
        }
        if (!plan.IsLast)
            return null;
        report.Approve(caller.Subject, at);
        await contribute.Approved(report, ct);
        db.ReportEditions.Add(ReportEdition.Of(report));
        db.Announce(report, Approved(report));
        return null;
    }

    ReportLevelApproved LevelApproved(Report report, string level, ApprovalPlan plan, Guid by) =>
        new(
            report.Id,
            report.UnitId,
            report.Form,
            report.Regime,
            EnumNames.Of(report.PeriodKind),
            report.PeriodYear,
            report.PeriodIndex,
            report.Edition,
            level,
            by,
            plan.Next,
            clock.Today()
        );

    ReportApproved Approved(Report report) =>
        new(
            report.Id,
            report.UnitId,
            report.Form,
            report.FormVersion,
            report.Regime,
            EnumNames.Of(report.PeriodKind),
            report.PeriodYear,
            report.PeriodIndex,
            report.PeriodFrom,
            report.PeriodTo,
            clock.Today(),
            report.ContentHash!,
            report.Edition
        );
}
