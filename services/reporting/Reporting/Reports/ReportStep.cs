using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Locks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>What every step of a report does around its own rule, in one transaction: find it, compare versions, take it or be refused, answer.</summary>
static class ReportStep
{
    /// <param name="take">Changes the report and announces that, or says what forbids it.</param>
    public static async Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Take(
        this ReportingDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        Func<Report, Task<ProblemHttpResult?>> take,
        CancellationToken ct
    )
    {
        // A request with an Idempotency-Key has one already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        // Of two steps at once the second waits, and is told that the first has changed it.
        var version = await db
            .Database.SqlQuery<int>($"""select version as "Value" from reports where id = {id} for update""")
            .SingleAsync(ct);
        if ((ifMatch.Refuses(version) ?? await take(report)) is { } refused)
            return refused;
        await db.SaveChangesAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return TypedResults.Ok(await db.ViewOf(report, caller, ct));
    }

    /// <summary>The same around a step that asks nothing else.</summary>
    public static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Take(
        this ReportingDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        Func<Report, Rejection?> take,
        CancellationToken ct
    ) => db.Take(id, ifMatch, caller, report => Task.FromResult(take(report)?.ToProblem()), ct);

    /// <summary>The same around a step that changes what it says, which only an open report of a period that has not locked lets be done.</summary>
    public static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Edit(
        this ReportingDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        PeriodLocks locks,
        Func<Report, Task<ProblemHttpResult?>> edit,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            async report => (report.RefusesEdits() ?? await locks.Refuse(report, ct))?.ToProblem() ?? await edit(report),
            ct
        );
}
