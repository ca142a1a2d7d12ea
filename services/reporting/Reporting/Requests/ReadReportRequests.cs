using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Requests;

/// <summary>What a unit has asked for, and what it is asked for.</summary>
public static class ReadReportRequests
{
    /// <param name="UnitId">Made by this unit only.</param>
    /// <param name="Form">On this form only.</param>
    /// <param name="Purpose">Thematic ones only, or sudden ones.</param>
    /// <param name="Year">For periods named after this year only.</param>
    /// <param name="SendFrom">To be sent on this day or later.</param>
    /// <param name="Withdrawn">True: only those that were withdrawn; false: only those that stand.</param>
    public sealed record Filter(
        [FromQuery] Guid? UnitId = null,
        [FromQuery] string? Form = null,
        [FromQuery] RequestPurpose? Purpose = null,
        [FromQuery] int? Year = null,
        [FromQuery] DateOnly? SendFrom = null,
        [FromQuery] bool? Withdrawn = null
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("", List)
            .RequireScope("reporting.read")
            .WithSummary("Requests that the caller's subtree made or is asked by, newest first")
            .WithDescription(
                "Các yêu cầu báo cáo chuyên đề, đột xuất do đơn vị trong phạm vi của người gọi đưa ra, hoặc gửi đến đơn vị trong phạm vi đó. "
                    + "Who has reported is told by `/duties/completeness`, with the period of the request."
            );
        group
            .MapGet("/{id:guid}", Get)
            .RequireScope("reporting.read")
            .WithSummary("A request for a report")
            .WithDescription("Một yêu cầu báo cáo: nội dung, đơn vị được yêu cầu, kỳ, hạn gửi, và việc rút yêu cầu nếu có.");
    }

    static async Task<Ok<Page<ReportRequestView>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var requests = db.RequestsFor(caller);
        if (filter.UnitId is { } unit)
            requests = requests.Where(request => request.UnitId == unit);
        if (filter.Form is { } form)
            requests = requests.Where(request => request.Form == form);
        if (filter.Purpose is { } purpose)
            requests = requests.Where(request => request.Purpose == purpose);
        if (filter.Year is { } year)
            requests = requests.Where(request => request.PeriodYear == year);
        if (filter.SendFrom is { } day)
            requests = requests.Where(request => request.SendBy >= day);
        if (filter.Withdrawn is { } withdrawn)
            requests = requests.Where(request => request.WithdrawnAt != null == withdrawn);
        return TypedResults.Ok(await requests.ToPage(page, request => request.Id, ReportRequestView.Of, ct, newestFirst: true));
    }

    static async Task<Results<Ok<ReportRequestView>, NotFound>> Get(Guid id, ReportingDb db, Caller caller, CancellationToken ct) =>
        await db.RequestsFor(caller).AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, ct) is { } request
            ? TypedResults.Ok(ReportRequestView.Of(request))
            : TypedResults.NotFound();
}
