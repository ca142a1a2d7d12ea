using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Files;

/// <summary>The files of a report: those in its cells now, and those of its approved editions. No contents.</summary>
public static class ListReportFiles
{
    /// <param name="Cell">Where it stands.</param>
    /// <param name="Now">Whether it stands there now; never for who may read the approved editions only.</param>
    /// <param name="Editions">The approved editions in which it stands there.</param>
    /// <param name="AddedBy">The account or client that sent it.</param>
    public sealed record Standing(
        string Cell,
        bool Now,
        IReadOnlyList<int> Editions,
        ReportFileView File,
        string AddedBy,
        DateTimeOffset AddedAt
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/files", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The files in the cells of a report and of its approved editions")
            .WithDescription("Phụ lục của báo cáo: tệp đang nằm trong các ô và tệp của các bản đã phê duyệt.");

    static async Task<Results<Ok<IReadOnlyList<Standing>>, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindKnownReport(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        var form = forms.Version(report.Form, report.FormVersion);
        var approved = await db.FilesApproved(report, form, ct);
        var now = await db.FindReportFor(caller, id, ct) is null ? [] : await db.FilesNow(report, form, ct);
        var files = await db.ReportFiles.AsNoTracking().Where(file => file.ReportId == id).ToDictionaryAsync(file => file.Sha256, ct);
        return TypedResults.Ok<IReadOnlyList<Standing>>([
            .. from place in approved.Select(one => (one.Cell, one.Sha256)).Concat(now).Distinct()
            let file = files[place.Sha256]
            orderby place.Cell, file.AddedAt
            select new Standing(
                place.Cell,
                now.Contains(place),
                [.. approved.Where(one => (one.Cell, one.Sha256) == place).Select(one => one.Edition)],
                ReportFileView.Of(file, place.Cell),
                file.AddedBy,
                file.AddedAt
            ),
        ]);
    }
}
