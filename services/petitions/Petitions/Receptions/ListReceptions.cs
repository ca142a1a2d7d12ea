using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Receptions;

/// <param name="PostBy">The last day for posting the schedule (Luật TCD Đ24.4); none for sessions that nobody could foresee.</param>
public sealed record ReceptionView(
    Guid Id,
    int Version,
    Guid UnitId,
    ReceptionKind Kind,
    DateOnly HeldOn,
    string Place,
    DateOnly? PostedOn,
    DateOnly? PostBy,
    bool? PostedInTime,
    bool IsOnline,
    DateOnly? NotifiedOn,
    IReadOnlyList<string> Sites,
    ReceptionState State,
    ReceivedBy? ReceivedBy,
    DateOnly? TestedOn,
    string? DocumentNumber,
    string? Reason
) : IVersionedView
{
    public static ReceptionView Of(Reception r) =>
        new(
            r.Id,
            r.Version,
            r.UnitId,
            r.Kind,
            r.HeldOn,
            r.Place,
            r.PostedOn,
            r.PostBy,
            r.PostedInTime,
            r.IsOnline,
            r.NotifiedOn,
            r.Sites,
            r.State,
            r.ReceivedBy,
            r.TestedOn,
            r.DocumentNumber,
            r.Reason
        );
}

/// <summary>The calendar and the book of reception, and how the heads do their duty.</summary>
public static class ListReceptions
{
    const int LongestPeriod = 366;

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/", List)
            .WithName("listReceptions")
            .RequireScope(Scopes.Read)
            .WithSummary("Lịch và sổ tiếp công dân / The calendar and the book of citizen reception");
        group
            .MapGet("/{id:guid}/visits", Visits)
            .WithName("listVisits")
            .RequireScope(Scopes.Read)
            .WithSummary("Các lượt tiếp của một buổi / Who was heard in a session, counted");
        group
            .MapGet("/duties", Duties)
            .WithName("listReceptionDuties")
            .RequireScope(Scopes.Read)
            .WithSummary("Việc thực hiện nghĩa vụ tiếp công dân của người đứng đầu / How the head of a unit does the duty to receive")
            .WithDescription("By month, or by week where the law counts so; a period reaches over at most 366 days. A day counts once.");
    }

    static async Task<Results<Ok<Page<ReceptionView>>, ProblemHttpResult>> List(
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        CancellationToken ct,
        Guid? unit = null,
        ReceptionKind? kind = null,
        ReceptionState? state = null,
        DateOnly? from = null,
        DateOnly? to = null
    )
    {
        var receptions = db.Receptions.Visible(caller, db, r => r.HeldOn);
        if (unit is not null)
            receptions = receptions.Where(r => r.UnitId == unit);
        if (kind is not null)
            receptions = receptions.Where(r => r.Kind == kind);
        if (state is not null)
            receptions = receptions.Where(r => r.State == state);
        if (from is not null)
            receptions = receptions.Where(r => r.HeldOn >= from);
        if (to is not null)
            receptions = receptions.Where(r => r.HeldOn <= to);
        return TypedResults.Ok(await receptions.ToPage(page, r => r.Id, r => ReceptionView.Of(r), ct));
    }

    static async Task<Results<Ok<Page<Visit>>, NotFound, ProblemHttpResult>> Visits(
        Guid id,
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        CancellationToken ct
    ) =>
        await db.FindReception(id, caller, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(await db.Visits.Where(v => v.ReceptionId == id).ToPage(page, v => v.Id, v => v, ct));

    static async Task<Results<Ok<IReadOnlyList<DutyDone>>, ProblemHttpResult>> Duties(
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
