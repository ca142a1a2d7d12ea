using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Files;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Files;

/// <summary>A file of a report, to be saved; never to be shown as a page. Those that were replaced are read too: a cell keeps its history.</summary>
public static class ReadReportFile
{
    public static void Map(RouteGroupBuilder group, ReportFileOptions limits) =>
        group
            .MapGet("/{id:guid}/files/{sha256}", Handle)
            .RequireScope("reporting.read")
            .GivesFile(limits)
            .WithSummary("A file of a report, to the byte")
            .WithDescription("Tải phụ lục của báo cáo. The SHA-256 of this answer is what its cell says.");

    static async Task<Results<FileStreamHttpResult, NotFound>> Handle(
        Guid id,
        [Pattern("[0-9a-f]{64}")] string sha256,
        ReportingDb db,
        FormCatalogue forms,
        ReportFileBook files,
        Caller caller,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.FindKnownReport(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        if (await db.ReportFiles.AsNoTracking().SingleOrDefaultAsync(one => one.ReportId == id && one.Sha256 == sha256, ct) is not { } file)
            return TypedResults.NotFound();
        if (await db.FindReportFor(caller, id, ct) is null && !await IsApproved())
            return TypedResults.NotFound();
        return response.Download(
            file.Type,
            file.Length,
            Convert.FromHexString(sha256),
            ReportFile.NameIn(file.Cell),
            await files.Open(file, ct)
        );

        // Who may know of the report by its approved editions only.
        async Task<bool> IsApproved() =>
            (await db.FilesApproved(report, forms.Version(report.Form, report.FormVersion), ct)).Any(one => one.Sha256 == sha256);
    }
}
