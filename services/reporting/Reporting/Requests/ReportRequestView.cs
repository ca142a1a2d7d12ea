using DanVan.Chassis.Http;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Requests;

/// <summary>A request for a report.</summary>
/// <param name="UnitId">The unit that asks.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Basis">Number and symbol of the paper that asks for it; absent when none was named.</param>
/// <param name="Kinds">Kinds of the units that are asked.</param>
/// <param name="Units">Only these, and those below them; when empty, all below the unit that asks.</param>
/// <param name="Period">The period that it has made, by which reports are opened and figures are read.</param>
/// <param name="SendBy">The day by which it is sent.</param>
/// <param name="LocksAfterDays">So many days after that it locks; absent when it never does.</param>
/// <param name="WithdrawnBy">Who withdrew it; absent while it stands.</param>
public sealed record ReportRequestView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Form,
    RequestPurpose Purpose,
    string Title,
    string? Basis,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<Guid> Units,
    Period Period,
    DateOnly SendBy,
    int? LocksAfterDays,
    string AskedBy,
    DateTimeOffset AskedAt,
    string? WithdrawnBy,
    DateTimeOffset? WithdrawnAt,
    string? WithdrawalReason
) : IVersionedView
{
    internal static ReportRequestView Of(ReportRequest request) =>
        new(
            request.Id,
            request.Version,
            request.UnitId,
            request.Form,
            request.Purpose,
            request.Title,
            request.Basis,
            request.Kinds,
            request.Units,
            request.Period,
            request.SendBy,
            request.LocksAfterDays,
            request.AskedBy,
            request.AskedAt,
            request.WithdrawnBy,
            request.WithdrawnAt,
            request.WithdrawalReason
        );
}
