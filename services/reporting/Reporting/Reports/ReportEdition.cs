namespace DanVan.Reporting.Reports;

/// <summary>An edition of a report as it was approved. Editions are only added: a correction makes the next.</summary>
public sealed class ReportEdition
{
    public required Guid ReportId { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Edition { get; init; }

    /// <summary>What was approved, to the byte.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string ContentHash { get; init; }
    public required string SubmittedBy { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required string ApprovedBy { get; init; }
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Why it took the place of the edition before; the first took none's.</summary>
    public string? Reason { get; init; }

    /// <summary>The edition that an approved report stands in.</summary>
    internal static ReportEdition Of(Report approved) =>
        new()
        {
            ReportId = approved.Id,
            Edition = approved.Edition,
            Content = approved.Content!,
            ContentHash = approved.ContentHash!,
            SubmittedBy = approved.SubmittedBy!,
            SubmittedAt = approved.SubmittedAt!.Value,
            ApprovedBy = approved.ApprovedBy!,
            ApprovedAt = approved.ApprovedAt!.Value,
            Reason = approved.CorrectionReason,
        };
}
