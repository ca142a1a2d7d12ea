using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Documents;
using DanVan.Documents.Docx;
using DanVan.Documents.Pdf;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Documents;

/// <summary>Draws the numbers of documents, writes their files and keeps them.</summary>
sealed class PaperBook(
    ReportingDb db,
    FormCatalogue forms,
    UnitTree tree,
    SymbolTable symbols,
    PaperFonts fonts,
    BlobStore blobs,
    TimeProvider clock
)
{
    /// <summary>
    /// Issues the document: in the transaction of the request, whose end gives its number or takes it back, so that the series has neither gaps nor repeats.
    /// </summary>
    public async Task<(IssuedPaper? Paper, Rejection? Refused)> Issue(
        Report report,
        Signature signature,
        Caller caller,
        CancellationToken ct
    )
    {
        if (FontFolder.Find(fonts.Folder) is null)
            return (null, RefusedPaper.FontMissing);
        var (unit, on) = (report.AnsweringUnitId, clock.Today());
        if (symbols.IssuerOf(Paper.UnitOf(unit, on, tree), on) is not { } issuer)
            return (null, RefusedPaper.NoSymbol);
        if (symbols.SeriesOf(issuer, Paper.Type, on) is not { } series)
            return (null, RefusedPaper.NoTerm);
        var before = await db.IssuedPapers.AsNoTracking().Where(paper => paper.ReportId == report.Id).ToListAsync(ct);
        if (before.Find(paper => paper.Edition == report.Edition && paper.ContentHash == report.ContentHash) is { } issued)
            return (null, RefusedPaper.AlreadyIssued(issued.Number));
        var sequence = await Draw(unit, series, ct);
        var number = symbols.NumberOf(sequence, Paper.Type, issuer);
        var (pdf, docx) = await Write(report, new(unit, on, number, signature), ct);
        return (
            new()
            {
                ReportId = report.Id,
                N = before.Count + 1,
                Edition = report.Edition,
                ContentHash = report.ContentHash!,
                UnitId = unit,
                Series = series,
                Sequence = sequence,
                Number = number,
                Capacity = signature.Capacity,
                OnBehalfOf = signature.OnBehalfOf,
                SignerPosition = signature.Position,
                SignerName = signature.Name,
                IssuedOn = on,
                IssuedBy = caller.Subject,
                IssuedAt = clock.GetUtcNow(),
                PdfSha256 = pdf.Sha256,
                PdfLength = pdf.Length,
                DocxSha256 = docx.Sha256,
                DocxLength = docx.Length,
            },
            null
        );
    }

    async Task<(BlobRef Pdf, BlobRef Docx)> Write(Report report, PaperIssue issue, CancellationToken ct)
    {
        var form = forms.Version(report.Form, report.FormVersion);
        var paper = Paper.Of(report, FrozenContent.Read(report.Content!), form, tree, symbols, issue);
        return (await Keep(PdfWriter.Write(paper, fonts.Folder)), await Keep(DocxWriter.Write(paper)));

        Task<BlobRef> Keep(byte[] file) => blobs.Save(new MemoryStream(file), ct);
    }

    // The row stays locked until the transaction ends: whoever draws from the same series waits, and nobody else.
    async Task<int> Draw(Guid unit, string series, CancellationToken ct) =>
        (
            await db
                .Database.SqlQuery<int>(
                    $"""
                    insert into paper_numbers (unit_id, series, last) values ({unit}, {series}, {symbols.FirstOf(unit, series)})
                    on conflict (unit_id, series) do update set last = paper_numbers.last + 1 returning last as "Value"
                    """
                )
                .ToListAsync(ct)
        )[0];
}
