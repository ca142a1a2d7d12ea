using DanVan.Chassis.Http;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Reports;

/// <summary>A report without its cells, which are read on their own since the computed ones follow the events.</summary>
/// <param name="SendBy">The day by which the law wants it sent; null where it names none.</param>
/// <param name="HandledByUnitId">Who answers for it since its own unit ended; absent while that one exists, or until a person decides.</param>
/// <param name="Period">The period with its days.</param>
/// <param name="OnTime">Whether it was first sent by that day; null while not sent, or without such a day.</param>
/// <param name="ContentHash">SHA-256 of what was submitted; null while it is being worked on.</param>
/// <param name="Edition">Which edition it stands in, from 1; who submitted, returned and approved are told of this one, of those before at <c>/editions</c>.</param>
/// <param name="CorrectionReason">Why this edition takes the place of the one before; absent at the first.</param>
public sealed record ReportView(
    Guid Id,
    int Version,
    string Form,
    int FormVersion,
    Guid UnitId,
    Guid? HandledByUnitId,
    Period Period,
    DateOnly? SendBy,
    bool? OnTime,
    ReportState State,
    string OpenedBy,
    DateTimeOffset OpenedAt,
    string? SubmittedBy,
    DateTimeOffset? SubmittedAt,
    string? ReturnedBy,
    DateTimeOffset? ReturnedAt,
    string? ReturnReason,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string? ContentHash,
    int Edition,
    string? CorrectionReason,
    string? CorrectionOpenedBy,
    DateTimeOffset? CorrectionOpenedAt
) : IVersionedView
{
    internal static ReportView Of(Report report) =>
        new(
            report.Id,
            report.Version,
            report.Form,
            report.FormVersion,
            report.UnitId,
            report.HandledByUnitId,
            report.Period,
            report.SendBy,
            report.FirstSentOn is { } sent && report.SendBy is { } day ? sent <= day : null,
            report.State,
            report.OpenedBy,
            report.OpenedAt,
            report.SubmittedBy,
            report.SubmittedAt,
            report.ReturnedBy,
            report.ReturnedAt,
            report.ReturnReason,
            report.ApprovedBy,
            report.ApprovedAt,
            report.ContentHash,
            report.Edition,
            report.CorrectionReason,
            report.CorrectionOpenedBy,
            report.CorrectionOpenedAt
        );
}
