using DanVan.Documents;

namespace DanVan.Reporting.Documents;

/// <summary>A document of a report that was issued.</summary>
/// <param name="N">1 for the first of the report.</param>
/// <param name="Edition">The edition of the report that it says.</param>
/// <param name="ContentHash">SHA-256 of the content that it says.</param>
/// <param name="UnitId">The issuing unit.</param>
/// <param name="Number">Number and symbol: <c>84/BC-UBND</c>.</param>
/// <param name="PdfHash">SHA-256 of the PDF, to the byte.</param>
/// <param name="DocxHash">SHA-256 of the DOCX, to the byte.</param>
public sealed record IssuedPaperView(
    Guid ReportId,
    int N,
    int Edition,
    string ContentHash,
    Guid UnitId,
    string Number,
    SigningCapacity? Capacity,
    string? OnBehalfOf,
    string SignerPosition,
    string SignerName,
    DateOnly IssuedOn,
    string IssuedBy,
    DateTimeOffset IssuedAt,
    string PdfHash,
    string DocxHash
)
{
    internal static IssuedPaperView Of(IssuedPaper paper) =>
        new(
            paper.ReportId,
            paper.N,
            paper.Edition,
            paper.ContentHash,
            paper.UnitId,
            paper.Number,
            paper.Capacity,
            paper.OnBehalfOf,
            paper.SignerPosition,
            paper.SignerName,
            paper.IssuedOn,
            paper.IssuedBy,
            paper.IssuedAt,
            paper.PdfSha256,
            paper.DocxSha256
        );
}
