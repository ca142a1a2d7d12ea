using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Flags;

/// <summary>The unit says what there is about a cell that was flagged.</summary>
public static class AnswerFlag
{
    /// <param name="Answer">What there is about it.</param>
    public sealed record Request([Text(2000)] string Answer);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/flags/{flagId:guid}/answer", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Answer a flag on a cell of a report")
            .WithDescription(
                "Đơn vị giải trình về ô số liệu được đánh dấu. Whether figures are corrected is a matter of the report: it is returned, or corrected."
            )
            .WithExample(new Request("Tăng do tiếp nhận đơn tập thể của ba xã; đã rà soát."));

    static Task<Results<Ok<CellFlagView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Guid flagId,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
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
                if (flag.Reply(request.Answer, caller.Subject, clock.GetUtcNow()) is { } refused)
                    return refused;
                db.Announce(flag, new CellFlagAnswered(flag.Id, flag.ReportId, flag.UnitId, flag.Form, flag.Cell, clock.Today()));
                return null;
            },
            ct
        );
}
