using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>
/// Adds reports that were sent before figures were added up, from what they froze. Once after each start; what is added already is left alone, so that any number of
/// instances may do so at once and whoever dies is followed by the next start.
/// </summary>
sealed class ContributeEarlier(
    IServiceScopeFactory scopes,
    UnitTree tree,
    FormCatalogue forms,
    DutyCatalogue duties,
    TimeProvider clock,
    ILogger<ContributeEarlier> log
) : BackgroundService
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Look(stoppingToken))
            await Task.Delay(Again, clock, stoppingToken);
    }

    /// <summary>Whether nothing is left to do.</summary>
    async Task<bool> Look(CancellationToken ct)
    {
        try
        {
            var waiting = await Waiting(ct);
            // Before the units are known nobody can tell what is owed.
            if (waiting.Count > 0 && tree.Count == 0)
                return false;
            var added = 0;
            foreach (var report in waiting)
                if (await Add(report, ct))
                    added++;
            if (added > 0)
                log.LogInformation("{Count} reports that were sent before figures were added up are now in them", added);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: what was added has committed, and the next look goes on from there.
            log.LogWarning("Earlier reports could not be added to the figures now: {Reason}", failure.Message);
            return false;
        }
    }

    async Task<List<Guid>> Waiting(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Missing(scope.ServiceProvider.GetRequiredService<ReportingDb>(), null)
            .Select(one => one.ReportId)
            .Distinct()
            .ToListAsync(ct);
    }

    async Task<bool> Add(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        var contribute = scope.ServiceProvider.GetRequiredService<Contribute>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever sends or approves it at this moment waits, or has done so and nothing is missing any more.
        var report = await db.Reports.FromSql($"select * from reports where id = {id} for update").AsNoTracking().SingleAsync(ct);
        if (!await contribute.Adds(report, ct))
            return false;
        var missing = await Missing(db, id).ToListAsync(ct);
        foreach (var one in missing)
        {
            var content = FrozenContent.Read(one.Content);
            await contribute.Earlier(
                report,
                forms.Version(content.Form, content.FormVersion),
                content,
                EnumNames.Parse<Basis>(one.Basis),
                ct
            );
        }
        await transaction.CommitAsync(ct);
        return missing.Count > 0;
    }

    /// <summary>What counts and is not in the figures: on each basis the content that counts there.</summary>
    IQueryable<Earlier> Missing(ReportingDb db, Guid? report)
    {
        string[] owed = [.. duties.All.Select(rule => $"{rule.Form} {rule.Regime}").Distinct()];
        return db.Database.SqlQuery<Earlier>(
            $"""
            with counting as (
                select r.*, b.basis, case when b.basis = 'SENT' then coalesce(r.content, e.content) else e.content end as counted
                from reports r cross join unnest(array['SENT', 'APPROVED']::figure_basis[]) as b (basis)
                left join lateral (select content from report_editions e where e.report_id = r.id order by edition desc limit 1) e on true
                where r.form || ' ' || r.regime = any ({owed}) and ({report}::uuid is null or r.id = {report})
            )
            select r.id as "ReportId", r.basis::text as "Basis", r.counted as "Content" from counting r
            where r.counted is not null and not exists (
                select from collections k join contributions c on c.collection_id = k.id and c.basis = r.basis and c.unit_id = r.unit_id and c.cell = '*'
                where (k.form, k.regime, k.period_kind, k.period_year, k.period_index) = (r.form, r.regime, r.period_kind, r.period_year, r.period_index)
            )
            """
        );
    }

    sealed record Earlier(Guid ReportId, string Basis, string Content);
}
