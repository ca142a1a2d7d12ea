using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.QuickReports;

/// <summary>The quick reports that a caller may know of: those that its unit sent, and those that came to it.</summary>
public static class ReadQuickReports
{
    /// <param name="Field">Of this field only.</param>
    /// <param name="Urgency">Of this urgency only.</param>
    /// <param name="State">In this state only.</param>
    /// <param name="UnitId">Sent by this unit, or by one that stands or stood below it.</param>
    /// <param name="From">On situations of this day and later, in Việt Nam.</param>
    /// <param name="To">On situations of this day and earlier.</param>
    public sealed record Filter(
        [FromQuery] string? Field = null,
        [FromQuery] string? Urgency = null,
        [FromQuery] QuickReportState? State = null,
        [FromQuery] Guid? UnitId = null,
        [FromQuery] DateOnly? From = null,
        [FromQuery] DateOnly? To = null
    );

    /// <summary>How many quick reports there are of a field and an urgency.</summary>
    /// <param name="Sent">All of them.</param>
    /// <param name="Waiting">Those that nobody above has acknowledged.</param>
    /// <param name="Escalated">Those that went further up than to the unit above the sender.</param>
    /// <param name="Closed">Those that are over.</param>
    public sealed record Count(string Field, string Urgency, int Sent, int Waiting, int Escalated, int Closed);

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("", List)
            .RequireScope("reporting.read")
            .WithSummary("Quick reports that the caller's unit sent or received, newest first")
            .WithDescription(
                "Báo cáo nhanh đã gửi hoặc đã nhận, lọc theo lĩnh vực, mức độ khẩn, trạng thái, đơn vị gửi và ngày xảy ra. "
                    + "`?from=&to=&unitId=` gives what a periodic report on the people's situation can cite."
            );
        group
            .MapGet("/counts", Counts)
            .RequireScope("reporting.read")
            .WithSummary("How many quick reports there are, by field and urgency")
            .WithDescription("Số báo cáo nhanh theo lĩnh vực và mức độ khẩn, với cùng bộ lọc như danh sách.");
        group
            .MapGet("/catalogue", Catalogue)
            .RequireScope("reporting.read")
            .WithSummary("Fields and urgencies of quick reports")
            .WithDescription("Danh mục lĩnh vực và mức độ khẩn, kèm số giờ mà đơn vị cấp trên phải tiếp nhận.");
        group
            .MapGet("/{id:guid}", Get)
            .RequireScope("reporting.read")
            .WithSummary("A quick report with what was added since")
            .WithDescription("Báo cáo nhanh: nội dung đã gửi, diễn biến, chỉ đạo, các đơn vị đã nhận, kết quả.");
    }

    static async Task<Ok<Page<QuickReportView>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            await db.QuickReportsFor(caller).Matching(filter, db).ToPage(page, one => one.Id, QuickReportView.Of, ct, newestFirst: true)
        );

    static async Task<Ok<IReadOnlyList<Count>>> Counts([AsParameters] Filter filter, ReportingDb db, Caller caller, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<Count>>(
            await db.QuickReportsFor(caller)
                .Matching(filter, db)
                .Select(one => new
                {
                    one.Field,
                    one.Urgency,
                    one.State,
                    Levels = one.Recipients.Count,
                })
                .GroupBy(one => new { one.Field, one.Urgency })
                .OrderBy(group => group.Key.Field)
                .ThenBy(group => group.Key.Urgency)
                .Select(group => new Count(
                    group.Key.Field,
                    group.Key.Urgency,
                    group.Count(),
                    group.Count(one => one.State == QuickReportState.Sent),
                    group.Count(one => one.Levels > 1),
                    group.Count(one => one.State == QuickReportState.Closed)
                ))
                .ToListAsync(ct)
        );

    static Ok<QuickReportCatalogue> Catalogue(QuickReportCatalogue catalogue) => TypedResults.Ok(catalogue);

    static async Task<Results<Ok<QuickReportView>, NotFound>> Get(Guid id, ReportingDb db, Caller caller, CancellationToken ct) =>
        await db.FindQuickReportFor(caller, id, ct) is { } report ? TypedResults.Ok(QuickReportView.Of(report)) : TypedResults.NotFound();

    static IQueryable<QuickReport> Matching(this IQueryable<QuickReport> reports, Filter filter, ReportingDb db)
    {
        if (filter.Field is { } field)
            reports = reports.Where(one => one.Field == field);
        if (filter.Urgency is { } urgency)
            reports = reports.Where(one => one.Urgency == urgency);
        if (filter.State is { } state)
            reports = reports.Where(one => one.State == state);
        if (filter.From is { } from)
            reports = reports.Where(one => one.SituationOn >= from);
        if (filter.To is { } to)
            reports = reports.Where(one => one.SituationOn <= to);
        if (filter.UnitId is { } unit)
        {
            var below = db.Database.SqlQuery<Guid>(
                $"""select unit_id as "Value" from directory.unit_ancestors where ancestor_id = {unit}"""
            );
            reports = reports.Where(one => one.UnitId == unit || below.Contains(one.UnitId));
        }
        return reports;
    }
}
