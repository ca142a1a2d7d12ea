using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Flags;

/// <summary>Finding flags, of reports that the caller may read, and what every step of one does around its own rule.</summary>
static class FindFlag
{
    public static async Task<CellFlag?> FindFlagFor(this ReportingDb db, Caller caller, Guid report, Guid id, CancellationToken ct) =>
        await db.FindReportFor(caller, report, ct) is null
            ? null
            : await db.CellFlags.SingleOrDefaultAsync(flag => flag.Id == id && flag.ReportId == report, ct);

    /// <param name="take">Changes the flag and announces that, or says what forbids it.</param>
    public static async Task<Results<Ok<CellFlagView>, NotFound, ProblemHttpResult>> Take(
        this ReportingDb db,
        Guid report,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        Func<CellFlag, Rejection?> take,
        CancellationToken ct
    )
    {
        if (await db.FindFlagFor(caller, report, id, ct) is not { } flag)
            return TypedResults.NotFound();
        if ((ifMatch.Refuses(flag.Version) ?? take(flag)?.ToProblem()) is { } refused)
            return refused;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(CellFlagView.Of(flag));
    }
}
