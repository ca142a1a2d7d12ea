using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Checks;

/// <summary>Why a rule of the form does not hold for a report. Explanations are never changed: the newest stands, as long as the numbers are those it was given for.</summary>
public sealed class CheckExplanation
{
    /// <summary>UUIDv7: explanations of a check are in the order of their ids.</summary>
    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }

    /// <summary>Code of the check.</summary>
    public required string Check { get; init; }

    /// <summary>The number on the left that was explained.</summary>
    public decimal? LeftValue { get; init; }

    /// <summary>That on the right.</summary>
    public decimal? RightValue { get; init; }
    public required string Text { get; init; }

    /// <summary>The account or client.</summary>
    public required string ExplainedBy { get; init; }
    public required DateTimeOffset ExplainedAt { get; init; }

    internal static CheckExplanation Of(Report report, CheckView check, string text, string by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            ReportId = report.Id,
            Check = check.Code,
            LeftValue = check.LeftValue,
            RightValue = check.RightValue,
            Text = text,
            ExplainedBy = by,
            ExplainedAt = at,
        };

    internal bool IsFor(CheckResult result) => LeftValue == result.Left && RightValue == result.Right;
}
