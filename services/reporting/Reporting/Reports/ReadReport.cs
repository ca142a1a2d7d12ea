using System.Text;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Reports;

/// <summary>A report, and the document that was submitted.</summary>
public static class ReadReport
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}", Handle)
            .RequireScope("reporting.read")
            .WithSummary("A report: unit, period, state, who did what when")
            .WithDescription("Báo cáo: đơn vị, kỳ, trạng thái. Its cells are at `/cells`.");
        group
            .MapGet("/{id:guid}/content", Content)
            .RequireScope("reporting.read")
            .WithSummary("The submitted document, byte for byte")
            .WithDescription(
                "Nội dung đã gửi, nguyên từng byte: SHA-256 của nó là contentHash. The SHA-256 of this answer is the report's contentHash."
            )
            .Produces<FrozenContent.Document>();
    }

    static async Task<Results<Ok<ReportView>, NotFound>> Handle(Guid id, ReportingDb db, Caller caller, CancellationToken ct) =>
        await db.FindKnownReport(caller, id, ct) is { } report
            ? TypedResults.Ok(await db.ViewOf(report, caller, ct))
            : TypedResults.NotFound();

    static async Task<Results<ContentHttpResult, NotFound>> Content(Guid id, ReportingDb db, Caller caller, CancellationToken ct) =>
        await db.FindReportFor(caller, id, ct) is { Content: { } content }
            ? TypedResults.Text(content, "application/json", Encoding.UTF8)
            : TypedResults.NotFound();
}
