using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Flags;

/// <summary>The flags on cells of reports that the caller may read.</summary>
public static class ReadFlags
{
    /// <param name="UnitId">Of reports of this unit and all below it only.</param>
    /// <param name="Form">On this form only.</param>
    /// <param name="ReportId">On this report only.</param>
    /// <param name="State">In this state only.</param>
    public sealed record Filter(
        [FromQuery] Guid? UnitId = null,
        [FromQuery] [Text(64)] string? Form = null,
        [FromQuery] Guid? ReportId = null,
        [FromQuery] FlagState? State = null
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/flags", List)
            .RequireScope("reporting.read")
            .WithSummary("Flags on cells of reports of the caller's subtree, oldest first")
            .WithDescription(
                "Các ô số liệu được đánh dấu trong phạm vi của người gọi, lọc theo đơn vị (kể cả cấp dưới), biểu mẫu, báo cáo, trạng thái."
            );
        group
            .MapGet("/{id:guid}/flags/{flagId:guid}", Handle)
            .RequireScope("reporting.read")
            .WithSummary("A flag on a cell of a report")
            .WithDescription("Một đánh dấu: hỏi gì, đơn vị trả lời thế nào, đã khép lại chưa.");
    }

    static async Task<Ok<Page<CellFlagView>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var reports = db.ReadableReports(caller).Select(report => report.Id);
        var flags = db.CellFlags.Where(flag => reports.Contains(flag.ReportId));
        if (filter.UnitId is { } unit)
        {
            var within = db.ReportsFor(caller with { UnitId = unit }).Select(report => report.Id);
            flags = flags.Where(flag => within.Contains(flag.ReportId));
        }
        if (filter.Form is { } form)
            flags = flags.Where(flag => flag.Form == form);
        if (filter.ReportId is { } report)
            flags = flags.Where(flag => flag.ReportId == report);
        if (filter.State is { } state)
            flags = flags.Where(flag => flag.State == state);
        return TypedResults.Ok(await flags.ToPage(page, flag => flag.Id, CellFlagView.Of, ct));
    }

    static async Task<Results<Ok<CellFlagView>, NotFound>> Handle(
        Guid id,
        Guid flagId,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    ) => await db.FindFlagFor(caller, id, flagId, ct) is { } flag ? TypedResults.Ok(CellFlagView.Of(flag)) : TypedResults.NotFound();
}
