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
public sealed class Contribute(ReportingDb db, FigureSums sums, UnitTree tree, DutyDesk duties)
{
    /// <summary>It is sent: this is what it adds among sent reports.</summary>
    public async Task Sent(Report report, Form form, IReadOnlyList<Cell> cells, Figures figures, CancellationToken ct)
    {
        if (await Below(report, ct) is not { } below)
            return;
        var own = below.Length == 0 ? figures : await db.Count(report, form, ct, without: below);
        await Put(report, Basis.Sent, Contribution.Of(form, cells, own), ct);
    }

    /// <summary>It was sent before figures were added up: what it froze is what it adds, and of the units above others counted when it was sent.</summary>
    public async Task Earlier(Report report, Form form, FrozenContent.Document content, Basis basis, CancellationToken ct)
    {
        if (await Below(report, ct) is not { } below)
            return;
        var adds =
            below.Length == 0
                ? Contribution.Of(form, content.Cells, content.Cells)
                : Contribution.Of(form, content.Cells, await db.Count(report, form, ct, below, upTo: content.Watermarks));
        await Put(report, basis, adds, ct);
    }

    /// <summary>Whether a report of this unit adds anything: whether it is owed.</summary>
    public async Task<bool> Adds(Report report, CancellationToken ct) => await Below(report, ct) is not null;

    async Task Put(Report report, Basis basis, IReadOnlyList<Contribution> adds, CancellationToken ct)
    {
        var period = report.Period;
        await db.Database.ExecuteSqlAsync(
            $"""
            select contribute(collection_of({report.Form}, {period.Regime}, {EnumNames.Of(
                period.Kind
            )}, {period.Year}, {period.Index}, {period.To}),
                {EnumNames.Of(basis)}::figure_basis, {report.UnitId}, {JsonSerializer.Serialize(adds, JsonRules.Options)}::jsonb)
            """,
            ct
        );
    }

    /// <summary>The units below that owe the same report and so count for themselves; none when the report is not owed and adds nothing.</summary>
    async Task<Guid[]?> Below(Report report, CancellationToken ct)
    {
        var owed = await duties.For(report.Form, report.Period, ct);
        return tree.FindIn(report.Period, report.UnitId) is { } unit && owed.Counts(unit, tree) ? ReportingBelow(report, owed) : null;
    }

    /// <summary>It is approved as it was sent.</summary>
    public Task Approved(Report report, CancellationToken ct) => Copy(report, from: Basis.Sent, to: Basis.Approved, ct);

    /// <summary>It is given back: among sent reports it counts as it was approved last, if it ever was.</summary>
    public Task Returned(Report report, CancellationToken ct) => Copy(report, from: Basis.Approved, to: Basis.Sent, ct);

    async Task Copy(Report report, Basis from, Basis to, CancellationToken ct)
    {
        var source = await sums.Find(report.Form, report.Period, from, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            select contribute(id, {EnumNames.Of(to)}::figure_basis, {report.UnitId},
                contributions_of(id, {source.Basis}::figure_basis, {report.UnitId}))
            from collections where id = {source.Id}
            """,
            ct
        );
    }

    /// <summary>The nearest units below that owe the same report.</summary>
    Guid[] ReportingBelow(Report report, Owed owed)
    {
        var (found, open) = (new List<Guid>(), new Stack<Guid>([report.UnitId]));
        while (open.TryPop(out var unit))
            foreach (var child in tree.Children(unit, report.PeriodTo))
                if (owed.Counts(child, tree))
                    found.Add(child.UnitId);
                else
                    open.Push(child.UnitId);
        return [.. found];
    }
}
