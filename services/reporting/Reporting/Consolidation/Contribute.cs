using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>
/// Keeps what a report adds to the figures above beside the report, in its transaction. Only a report that is owed adds anything: what nobody asked for is
/// counted in the unit above already.
/// </summary>
public sealed class Contribute(ReportingDb db, UnitTree tree, DutyCatalogue duties)
{
    /// <summary>It is sent: this is what it adds among sent reports.</summary>
    public async Task Sent(Report report, Form form, IReadOnlyList<Cell> cells, Figures figures, CancellationToken ct)
    {
        var rules = duties.For(report.Form, report.Period);
        if (tree.FindIn(report.Period, report.UnitId) is not { } unit || !rules.Any(rule => rule.Kinds.Contains(unit.Kind)))
            return;
        var below = ReportingBelow(report, rules);
        var own = below.Length == 0 ? figures : await db.Count(report, form, ct, without: below);
        var adds = JsonSerializer.Serialize(Contribution.Of(form, cells, own), JsonRules.Options);
        var period = report.Period;
        await db.Database.ExecuteSqlAsync(
            $"""
            select contribute(collection_of({report.Form}, {period.Regime}, {EnumNames.Of(
                period.Kind
            )}, {period.Year}, {period.Index}, {period.To}),
                'SENT', {report.UnitId}, {adds}::jsonb)
            """,
            ct
        );
    }

    /// <summary>It is approved as it was sent.</summary>
    public Task Approved(Report report, CancellationToken ct) => Copy(report, from: Basis.Sent, to: Basis.Approved, ct);

    /// <summary>It is given back: among sent reports it counts as it was approved last, if it ever was.</summary>
    public Task Returned(Report report, CancellationToken ct) => Copy(report, from: Basis.Approved, to: Basis.Sent, ct);

    Task<int> Copy(Report report, Basis from, Basis to, CancellationToken ct)
    {
        var period = report.Period;
        return db.Database.ExecuteSqlAsync(
            $"""
            select contribute(id, {EnumNames.Of(to)}::figure_basis, {report.UnitId},
                contributions_of(id, {EnumNames.Of(from)}::figure_basis, {report.UnitId}))
            from collections
            where form = {report.Form} and regime = {period.Regime} and period_kind = {EnumNames.Of(period.Kind)}
                and period_year = {period.Year} and period_index = {period.Index}
            """,
            ct
        );
    }

    /// <summary>The nearest units below that owe the same report.</summary>
    Guid[] ReportingBelow(Report report, IReadOnlyList<DutyRule> rules)
    {
        var (found, open) = (new List<Guid>(), new Stack<Guid>([report.UnitId]));
        while (open.TryPop(out var unit))
            foreach (var child in tree.Children(unit, report.PeriodTo))
                if (rules.Any(rule => rule.Kinds.Contains(child.Kind)))
                    found.Add(child.UnitId);
                else
                    open.Push(child.UnitId);
        return [.. found];
    }
}
