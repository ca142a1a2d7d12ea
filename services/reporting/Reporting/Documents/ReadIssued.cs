using DanVan.Chassis.Auth;
using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Documents.Docx;
using DanVan.Documents.Pdf;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Documents;

/// <summary>The documents of a report that were issued, and their files as they were issued.</summary>
public static class ReadIssued
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/issues", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The documents of a report that were issued, the first first")
            .WithDescription("Các văn bản đã ban hành của báo cáo: số, ngày, người ký, mã băm của tệp.");
        group
            .MapGet("/{id:guid}/issues/{issue:int}/document", Document)
            .RequireScope("reporting.read")
            .Produces<Stream>(StatusCodes.Status200OK, PdfWriter.MediaType, DocxWriter.MediaType)
            .WithSummary("A document as it was issued, to the byte")
            .WithDescription(
                "Văn bản đã ban hành, đúng từng byte. The SHA-256 of this answer is the `pdfHash` or `docxHash` of the document."
            );
    }

    static async Task<Results<Ok<IReadOnlyList<IssuedPaperView>>, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is null)
            return TypedResults.NotFound();
        var papers = await db.IssuedPapers.AsNoTracking().Where(paper => paper.ReportId == id).OrderBy(paper => paper.N).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<IssuedPaperView>>(papers.ConvertAll(IssuedPaperView.Of));
    }

    static async Task<Results<FileStreamHttpResult, NotFound>> Document(
        Guid id,
        [Whole(1, 9999)] int issue,
        [Pattern("docx|pdf")] string format,
        ReportingDb db,
        BlobStore blobs,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is null)
            return TypedResults.NotFound();
        if (await db.IssuedPapers.AsNoTracking().SingleOrDefaultAsync(one => one.ReportId == id && one.N == issue, ct) is not { } paper)
            return TypedResults.NotFound();
        var (blob, type) = format == "pdf" ? (paper.Pdf, PdfWriter.MediaType) : (paper.Docx, DocxWriter.MediaType);
        var file =
            await blobs.Open(blob, ct) ?? throw new InvalidOperationException($"The file {blob.Sha256} of an issued document is gone");
        return TypedResults.Stream(file, type, $"{paper.Number.Replace('/', '-')}.{format}");
    }
}
