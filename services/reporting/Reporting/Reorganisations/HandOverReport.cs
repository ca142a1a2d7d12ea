using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Reorganisations;

/// <summary>A person decides who answers for an open report whose unit has ended with several successors, or with none.</summary>
public static class HandOverReport
{
    /// <param name="ToUnitId">The unit that answers for it: a successor, where there are any.</param>
    public sealed record Request(Guid ToUnitId);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/unit", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary(
                "Quyết định đơn vị chịu trách nhiệm về báo cáo của đơn vị đã kết thúc / Decide who answers for a report of a unit that has ended"
            )
            .WithDescription(
                "Báo cáo vẫn là của đơn vị đã kết thúc, số liệu và hạn gửi giữ nguyên. "
                    + "The report stays that of the unit that ended, with its figures and the day by which to send it. "
                    + "`GET /api/v1/reports?ofEndedUnits=true` lists those that wait for a decision."
            )
            .WithExample(new Request(RootUnit.Id));

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            report =>
            {
                var today = clock.Today();
                if ((report.RefusesHandover() ?? tree.RefusesHeir(report.AnsweringUnitId, request.ToUnitId, caller, today)) is { } refused)
                    return refused;
                db.Announce(report, report.HandOver(request.ToUnitId, today, reorganisation: null));
                return null;
            },
            ct
        );
}
