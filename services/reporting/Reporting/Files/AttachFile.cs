using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Files;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Files;

/// <summary>Puts a file into a cell that holds one, in the body as it is. The one that stood there stays in the cell's history.</summary>
public static class AttachFile
{
    /// <param name="ReportId">The report.</param>
    /// <param name="Version">Its version after that, for If-Match of the next edit; as before when the file stood there already.</param>
    /// <param name="Cell">The cell.</param>
    /// <param name="File">What stands in it.</param>
    public sealed record Answer(Guid ReportId, int Version, string Cell, ReportFileView File) : IVersionedView;

    public static void Map(RouteGroupBuilder group, ReportFileOptions limits) =>
        group
            .MapPut("/{id:guid}/cells/{code}/file", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .TakesFile(limits)
            .WithSummary("Put a file into a cell that holds one")
            .WithExample("Danh sách xã, phường, đặc khu được công nhận đạt chuẩn tiếp cận pháp luật.\n")
            .WithDescription(
                "Nộp phụ lục: nội dung yêu cầu chính là tệp (PDF, DOCX, XLSX, ảnh, văn bản UTF-8). What it is, is found in its content: its name is not asked for and kept nowhere, and any "
                    + "of these content types will do. Metadata (author, place, device, thumbnails) is taken off. The cell then says the SHA-256 of what is kept, so the hash of the report "
                    + "binds its annexes. The same file sent again is the same file, so no Idempotency-Key is needed. A cell is cleared by NOT_REPORTED at `/cells`."
            );

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        [Text(64)] string code,
        Stream body,
        IfMatch ifMatch,
        ReportingDb db,
        FormCatalogue forms,
        PeriodLocks locks,
        ReportFileBook files,
        Caller caller,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        // Whatever can be refused is, before a long body is taken.
        if (await db.FindReportFor(caller, id, ct) is not { } seen)
            return TypedResults.NotFound();
        var form = forms.Version(seen.Form, seen.FormVersion);
        if (form.Find(code) is not { } indicator)
            return TypedResults.NotFound();
        if (indicator.Type is not IndicatorType.File)
            return RefusedReportFile.NoFileCell.ToProblem();
        if ((ifMatch.Refuses(seen.Version) ?? (seen.RefusesEdits() ?? await locks.Refuse(seen, ct))?.ToProblem()) is { } closed)
            return closed;
        var (taken, refused) = await files.Take(body, ct);
        if (taken is null)
            return refused!.ToProblem(response);
        using var file = taken;
        if (await files.Store(id, file, ct) is { } full)
            return full.ToProblem();
        db.ChangeTracker.Clear();
        ReportFile? kept = null;
        var edited = await db.Edit(
            id,
            ifMatch,
            caller,
            locks,
            async report =>
            {
                (kept, var late) = await files.Keep(id, code, file, caller, ct);
                if (kept is null)
                    return late!.ToProblem(response);
                if (!(await db.FilesNow(report, form, ct)).Contains((code, kept.Sha256)))
                    db.Enter(report, form, [new(code, CellState.Reported, Text: kept.Sha256)], caller, clock);
                return null;
            },
            ct
        );
        return edited.Result switch
        {
            Ok<ReportView> { Value: { } after } => TypedResults.Ok(new Answer(id, after.Version, code, ReportFileView.Of(kept!, code))),
            ProblemHttpResult problem => problem,
            _ => TypedResults.NotFound(),
        };
    }
}
