using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Reports;

/// <summary>The reports that a caller may see.</summary>
public static class ListReports
{
    /// <param name="UnitId">Of this unit only.</param>
    /// <param name="Form">On this form only.</param>
    /// <param name="Regime">Under this regime only.</param>
    /// <param name="PeriodKind">For periods of this kind only.</param>
    /// <param name="PeriodYear">For periods named after this year only.</param>
    /// <param name="State">In this state only.</param>
    /// <param name="OfEndedUnits">True: only those not approved whose unit, or who answers for them, has ended; a person decides who does.</param>
    public sealed record Filter(
        [FromQuery] Guid? UnitId = null,
        [FromQuery] string? Form = null,
        [FromQuery] string? Regime = null,
        [FromQuery] PeriodKind? PeriodKind = null,
        [FromQuery] int? PeriodYear = null,
        [FromQuery] ReportState? State = null,
        [FromQuery] bool? OfEndedUnits = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Reports of the caller's subtree, oldest first")
            .WithDescription("Danh sách báo cáo trong phạm vi của người gọi, lọc theo đơn vị, biểu mẫu, chế độ, kỳ và trạng thái.");

    static async Task<Ok<Page<ReportView>>> Handle(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var reports = db.KnownReports(caller);
        if (filter.UnitId is { } unit)
            reports = reports.Where(report => report.UnitId == unit);
        if (filter.Form is { } form)
            reports = reports.Where(report => report.Form == form);
        if (filter.Regime is { } regime)
            reports = reports.Where(report => report.Regime == regime);
        if (filter.PeriodKind is { } kind)
            reports = reports.Where(report => report.PeriodKind == kind);
        if (filter.PeriodYear is { } year)
            reports = reports.Where(report => report.PeriodYear == year);
        if (filter.State is { } state)
            reports = reports.Where(report => report.State == state);
        if (filter.OfEndedUnits is true)
        {
            var ended = db.EndedUnits(clock.Today());
            reports = reports.Where(report =>
                report.State != ReportState.Approved && ended.Contains(report.HandledByUnitId ?? report.UnitId)
            );
        }
        var found = await reports.ToPage(page, report => report.Id, report => report, ct);
        return TypedResults.Ok(new Page<ReportView>(await db.ViewsOf(found.Items, caller, ct), found.Next));
    }
}
