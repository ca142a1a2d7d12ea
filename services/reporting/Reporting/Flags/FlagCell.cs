using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Flags;

/// <summary>Asks the unit about a cell of its report. It stands in the way of nothing.</summary>
public static class FlagCell
{
    /// <param name="Cell">Code of the indicator.</param>
    /// <param name="Comment">What is to be looked at.</param>
    public sealed record Request([Text(64)] string Cell, [Text(2000)] string Comment);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/flags", Handle)
            .RequireScope("reporting.approve")
            .RequireIdempotencyKey()
            .WithSummary("Flag a cell of a report for follow-up")
            .WithDescription(
                "Đánh dấu một ô số liệu để đơn vị giải trình; không cản việc gửi, phê duyệt. The unit answers it, and whoever asked settles it. `openFlags` of the report counts those that "
                    + "are not settled."
            )
            .WithExample(new Request("DT01", "Số đơn gấp ba kỳ trước; đề nghị đơn vị rà soát."));

    static async Task<Results<Created<CellFlagView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        if (forms.Version(report.Form, report.FormVersion).Find(request.Cell) is null)
            return Problems.Invalid("cell", "Biểu mẫu không có chỉ tiêu này.", "The form has no such indicator.");
        var flag = CellFlag.Of(report, request.Cell, request.Comment, caller, clock.GetUtcNow());
        db.CellFlags.Add(flag);
        db.Announce(flag, new CellFlagged(flag.Id, flag.ReportId, flag.UnitId, flag.Form, flag.Cell, flag.RaisedByUnitId, clock.Today()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/reports/{id}/flags/{flag.Id}", CellFlagView.Of(flag));
    }
}
