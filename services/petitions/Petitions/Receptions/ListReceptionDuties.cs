using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Receptions;

/// <summary>How the head of a unit does the duty to receive citizens.</summary>
public static class ListReceptionDuties
{
    const int LongestPeriod = 366;

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/duties", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Việc thực hiện nghĩa vụ tiếp công dân của người đứng đầu / How the head of a unit does the duty to receive")
            .WithDescription("By month, or by week where the law counts so; a period reaches over at most 366 days. A day counts once.");

    static async Task<Results<Ok<IReadOnlyList<DutyDone>>, ProblemHttpResult>> Handle(
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        ReceptionDuties duties,
        DateOnly from,
        DateOnly to,
        CancellationToken ct,
        Guid? unit = null
    )
    {
        if (to < from || to.DayNumber - from.DayNumber >= LongestPeriod)
            return RefusedReception.PeriodTooLong.ToProblem();
        if ((unit ?? caller.UnitId) is not { } id || !caller.Sees(id, to, tree) || tree.Find(id, to) is not { } version)
            return Refused.UnknownUnitAt("unit").ToProblem();
        var held = await db
            .Receptions.Where(r => r.UnitId == id && r.State == ReceptionState.Held && r.HeldOn >= from && r.HeldOn <= to)
            .Select(r => new HeldDay(r.HeldOn, r.ReceivedBy!.Value))
            .ToListAsync(ct);
        return TypedResults.Ok(duties.Done(version.Kind, version.Level, from, to, held));
    }
}
