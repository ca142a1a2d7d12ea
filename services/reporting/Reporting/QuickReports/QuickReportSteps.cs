using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.QuickReports;

/// <summary>Finding quick reports, and only those that a caller may know of; and what every step of one does around its own rule.</summary>
static class QuickReportSteps
{
    /// <summary>
    /// Those that the caller's unit sent or that came to it: standing above the sender is not enough, nor is being the centre, until it has gone up so far.
    /// </summary>
    public static IQueryable<QuickReport> QuickReportsFor(this ReportingDb db, Caller caller) =>
        db
            .QuickReports.AsSplitQuery()
            .Where(report => report.UnitId == caller.UnitId || report.Recipients.Any(one => one.UnitId == caller.UnitId));

    public static Task<QuickReport?> FindQuickReportFor(this ReportingDb db, Caller caller, Guid id, CancellationToken ct) =>
        db.QuickReportsFor(caller).SingleOrDefaultAsync(report => report.Id == id, ct);

    /// <param name="take">Changes the quick report and announces that, or says what forbids it.</param>
    public static async Task<Results<Ok<QuickReportView>, NotFound, ProblemHttpResult>> Take(
        this ReportingDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        Func<QuickReport, Rejection?> take,
        CancellationToken ct
    )
    {
        // A request with an Idempotency-Key has one already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        // Of two steps at once the second waits, and finds what the first has made of it.
        await db.Database.ExecuteSqlAsync($"select from quick_reports where id = {id} for update", ct);
        if (await db.FindQuickReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        if ((ifMatch.Refuses(report.Version) ?? take(report)?.ToProblem()) is { } refused)
            return refused;
        await db.SaveChangesAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return TypedResults.Ok(QuickReportView.Of(report));
    }
}
