using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Documents;
using DanVan.Documents.Docx;
using DanVan.Documents.Pdf;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Documents;

/// <summary>A report as a document (văn bản) to be signed: what was sent, and nothing that has changed since.</summary>
public static class ReadDocument
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/document", Handle)
            .RequireScope("reporting.read")
            .Produces<Stream>(StatusCodes.Status200OK, PdfWriter.MediaType, DocxWriter.MediaType)
            .WithSummary("A report that was sent, as DOCX or PDF in the form of its unit")
            .WithDescription(
                "Báo cáo đã gửi, dạng văn bản theo thể thức của cơ quan nhà nước (NĐ 30/2020) hoặc của Đảng (HD 36-HD/VPTW). A draft: number and signature are open "
                    + "until it is issued (`/issues`). Every page bears the hash of the content."
            );

    static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        [Pattern("docx|pdf")] string format,
        ReportingDb db,
        FormCatalogue forms,
        UnitTree tree,
        SymbolTable symbols,
        PaperFonts fonts,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        if (report.Content is not { } content)
            return RefusedPaper.NotSent.ToProblem();
        var paper = Paper.Of(report, FrozenContent.Read(content), forms.Version(report.Form, report.FormVersion), tree, symbols);
        if (format == "docx")
            return TypedResults.File(DocxWriter.Write(paper), DocxWriter.MediaType, report.FileName(format));
        if (FontFolder.Find(fonts.Folder) is null)
            return RefusedPaper.FontMissing.ToProblem();
        return TypedResults.File(PdfWriter.Write(paper, fonts.Folder), PdfWriter.MediaType, report.FileName(format));
    }
}
