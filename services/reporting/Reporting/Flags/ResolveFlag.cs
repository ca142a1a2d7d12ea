using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Flags;

/// <summary>Settles a flag: whoever raised it, or a unit above.</summary>
public static class ResolveFlag
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/flags/{flagId:guid}/resolution", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Settle a flag on a cell of a report")
            .WithDescription("Khép lại đánh dấu, dù đã được giải trình hay chưa; do đơn vị đã đánh dấu hoặc cấp trên thực hiện.");

    static Task<Results<Ok<CellFlagView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Guid flagId,
        IfMatch ifMatch,
        ReportingDb db,
        UnitTree tree,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            flagId,
            ifMatch,
            caller,
            flag =>
            {
                if (!caller.Sees(flag.RaisedByUnitId, clock.Today(), tree))
                    return OfAnother;
                if (flag.Resolve(caller.Subject, clock.GetUtcNow()) is { } refused)
                    return refused;
                db.Announce(flag, new CellFlagResolved(flag.Id, flag.ReportId, flag.UnitId, flag.Form, flag.Cell, clock.Today()));
                return null;
            },
            ct
        );

    static readonly Rejection OfAnother = new(
        "reporting.flag-of-a-unit-above",
        "Chỉ đơn vị đã đánh dấu hoặc cấp trên của đơn vị đó mới khép lại được.",
        "Only the unit that raised the flag settles it, or one above that."
    );
}
