using DanVan.Chassis.Blobs;
using DanVan.Documents;

namespace DanVan.Reporting.Documents;

/// <summary>A report as a document (văn bản) that was issued: its number, who signed, and its files as they were issued. It never changes.</summary>
public sealed class IssuedPaper
{
    public required Guid ReportId { get; init; }

    /// <summary>1 for the first document of the report.</summary>
    public required int N { get; init; }

    /// <summary>The edition of the report that it says.</summary>
    public required int Edition { get; init; }

    /// <summary>SHA-256 of the content that it says.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The issuing unit, whose series of numbers it stands in.</summary>
    public required Guid UnitId { get; init; }
    public required string Series { get; init; }
    public required int Sequence { get; init; }

    /// <summary>Number and symbol: <c>84/BC-UBND</c>.</summary>
    public required string Number { get; init; }
    public SigningCapacity? Capacity { get; init; }
    public string? OnBehalfOf { get; init; }
    public required string SignerPosition { get; init; }

    /// <summary>The name of who signs by office.</summary>
    public required string SignerName { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The account or client.</summary>
    public required string IssuedBy { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required string PdfSha256 { get; init; }
    public required long PdfLength { get; init; }
    public required string DocxSha256 { get; init; }
    public required long DocxLength { get; init; }

    internal BlobRef Pdf => new(PdfSha256, PdfLength);
    internal BlobRef Docx => new(DocxSha256, DocxLength);
}
