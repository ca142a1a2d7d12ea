using DanVan.Chassis;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.QuickReports;

/// <summary>
/// Takes quick reports one level further up that nobody has acknowledged in time. Where each has come to stands in its row, which is locked meanwhile: several
/// instances share the work, and each level is told once.
/// </summary>
sealed class EscalateQuickReports(
    IServiceScopeFactory scopes,
    IOptions<QuickReportOptions> options,
    QuickReportCatalogue catalogue,
    UnitTree tree,
    TimeProvider clock,
    ILogger<EscalateQuickReports> log
) : BackgroundService
{
    /// <summary>Quick reports in a transaction.</summary>
    const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    async Task Look(CancellationToken ct)
    {
        try
        {
            while (tree.Count > 0 && await EscalateSome(ct) == Batch)
                ct.ThrowIfCancellationRequested();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: nothing was saved, and the next look finds it again.
            log.LogWarning("Quick reports could not be taken further up now: {Reason}", failure.Message);
        }
    }

    /// <summary>How many were looked at.</summary>
    async Task<int> EscalateSome(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var ids = await db
            .Database.SqlQuery<Guid>(
                $"""
                select id as "Value" from quick_reports where escalates and acknowledge_by <= {now}
                order by acknowledge_by limit {Batch} for update skip locked
                """
            )
            .ToListAsync(ct);
        var late = await db.QuickReports.AsSplitQuery().Where(report => ids.Contains(report.Id)).ToListAsync(ct);
        foreach (var report in late)
            if (report.Escalate(Above(report, today), catalogue.AcknowledgeWithin(report.Urgency), now) is { } escalated)
                db.Announce(report, escalated);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (late.Count > 0)
            log.LogInformation("{Count} quick reports were acknowledged by nobody in time", late.Count);
        return late.Count;
    }

    /// <summary>The unit above the last one that has it, or above which that one stood when it ended.</summary>
    Guid? Above(QuickReport report, DateOnly today) => tree.FindOrLast(report.LastRecipient, today)?.ParentId;
}
