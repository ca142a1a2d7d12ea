using System.ComponentModel.DataAnnotations;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Receptions;

/// <summary>The calendar and the book of citizen reception: a session is planned, held or cancelled, and who was heard is counted.</summary>
public static class ReceptionSteps
{
    /// <param name="UnitId">The unit that receives; the caller's own when left out.</param>
    /// <param name="PostedOn">When the schedule was posted at the place and on the site.</param>
    /// <param name="Online">Only for a session that connects several places.</param>
    public sealed record Planning(
        Guid? UnitId,
        ReceptionKind Kind,
        DateOnly HeldOn,
        [Text(300)] string Place,
        DateOnly? PostedOn,
        Online? Online
    );

    /// <param name="NotifiedOn">When the sites and the citizen were told.</param>
    /// <param name="Sites">The places that are connected.</param>
    public sealed record Online(DateOnly NotifiedOn, [MinLength(1), MaxLength(100)] string[] Sites);

    /// <param name="TestedOn">When the connection of an online session was tested.</param>
    /// <param name="Recorded">Whether sound and picture were recorded.</param>
    public sealed record Holding(ReceivedBy ReceivedBy, DateOnly? TestedOn, bool? Recorded);

    public sealed record Cancelling([Text(100)] string DocumentNumber, [Text(300)] string Reason);

    /// <param name="People">How many came.</param>
    /// <param name="IsNewCase">Whether the case is heard for the first time.</param>
    /// <param name="PetitionId">The petition that was entered, when it was received.</param>
    /// <param name="Ground">The ground, when they were turned away.</param>
    /// <param name="AskedForProtection">A denouncer asks that nobody learns who it is.</param>
    public sealed record Hearing(
        PetitionKind Kind,
        PetitionField Field,
        [Range(1, 10_000)] int People,
        bool IsNewCase,
        VisitOutcome Outcome,
        Guid? PetitionId,
        [Text(40)] string? Ground,
        bool? AskedForProtection
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapPost("/", PlanReception)
            .WithName("planReception")
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey()
            .WithSummary("Lập lịch tiếp công dân / Plan a session of citizen reception")
            .WithExample(
                new Planning(
                    UnitId: null,
                    ReceptionKind.DinhKy,
                    new DateOnly(2026, 9, 15),
                    "Trụ sở tiếp công dân",
                    new DateOnly(2026, 9, 7),
                    Online: null
                )
            );
        group
            .MapGet("/{id:guid}", ReadReception)
            .WithName("readReception")
            .RequireScope(Scopes.Read)
            .WithSummary("Xem một buổi tiếp / Read a session");
        group
            .MapPost("/{id:guid}/holding", HoldReception)
            .WithName("holdReception")
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi buổi tiếp đã diễn ra / Record that a session was held")
            .WithExample(new Holding(ReceivedBy.Head, TestedOn: null, Recorded: null));
        group
            .MapPost("/{id:guid}/cancellation", CancelReception)
            .WithName("cancelReception")
            .RequireScope(Scopes.Write)
            .WithSummary("Hủy buổi tiếp / Cancel a session")
            .WithExample(new Cancelling("21/TB-TCD", "Thay đổi lịch công tác"));
        group
            .MapPost("/{id:guid}/visits", HearVisit)
            .WithName("hearVisit")
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey()
            .WithSummary("Ghi một lượt tiếp / Record that people were heard")
            .WithExample(
                new Hearing(
                    PetitionKind.PhanAnh,
                    PetitionField.HanhChinh,
                    2,
                    IsNewCase: true,
                    VisitOutcome.Guided,
                    PetitionId: null,
                    Ground: null,
                    AskedForProtection: null
                )
            );
    }

    static async Task<Results<Created<ReceptionView>, ProblemHttpResult>> PlanReception(
        Planning request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        CancellationToken ct
    )
    {
        if (
            (request.UnitId ?? caller.UnitId) is not { } unit
            || !caller.Sees(unit, request.HeldOn, tree)
            || tree.Find(unit, request.HeldOn) is null
        )
            return Refused.UnknownUnit.ToProblem();
        var reception = new Reception
        {
            UnitId = unit,
            Kind = request.Kind,
            HeldOn = request.HeldOn,
            Place = request.Place,
            PostedOn = request.PostedOn,
            IsOnline = request.Online is not null,
            NotifiedOn = request.Online?.NotifiedOn,
            Sites = request.Online?.Sites ?? [],
        };
        if (reception.Plan(deadlines) is { } refused)
            return refused.ToProblem();
        db.Add(reception);
        db.Announce(
            reception,
            new ReceptionPlanned(
                reception.Id,
                EnumNames.Of(reception.Kind),
                reception.HeldOn,
                reception.IsOnline,
                reception.PostedOn,
                reception.PostBy
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/receptions/{reception.Id}", ReceptionView.Of(reception));
    }

    static async Task<Results<Ok<ReceptionView>, NotFound>> ReadReception(Guid id, PetitionsDb db, Caller caller, CancellationToken ct) =>
        await db.FindReception(id, caller, ct) is { } found ? TypedResults.Ok(ReceptionView.Of(found)) : TypedResults.NotFound();

    static Task<Results<Ok<ReceptionView>, NotFound, ProblemHttpResult>> HoldReception(
        Guid id,
        Holding request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            reception => reception.Hold(request.ReceivedBy, request.TestedOn, request.Recorded is true, deadlines, clock.Today()),
            reception => new ReceptionHeld(
                id,
                EnumNames.Of(reception.Kind),
                reception.HeldOn,
                EnumNames.Of(request.ReceivedBy),
                reception.IsOnline,
                reception.PostedInTime
            ),
            ct
        );

    static Task<Results<Ok<ReceptionView>, NotFound, ProblemHttpResult>> CancelReception(
        Guid id,
        Cancelling request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            reception => reception.Cancel(request.DocumentNumber, request.Reason),
            reception => new ReceptionCancelled(id, EnumNames.Of(reception.Kind), reception.HeldOn),
            ct
        );

    static async Task<Results<Created<Visit>, NotFound, ProblemHttpResult>> HearVisit(
        Guid id,
        Hearing request,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        CancellationToken ct
    )
    {
        if (await db.FindReception(id, caller, ct) is not { } reception)
            return TypedResults.NotFound();
        var visit = new Visit
        {
            ReceptionId = id,
            Kind = request.Kind,
            Field = request.Field,
            People = request.People,
            IsNewCase = request.IsNewCase,
            Outcome = request.Outcome,
            PetitionId = request.PetitionId,
            Ground = request.Ground,
        };
        if (reception.Hear(visit, request.AskedForProtection is true, deadlines) is { } refused)
            return refused.ToProblem();
        if (visit.PetitionId is { } petition && !await db.Petitions.AnyAsync(p => p.Id == petition && p.UnitId == reception.UnitId, ct))
            return RefusedReception.UnknownPetition.ToProblem();
        db.Add(visit);
        db.Announce(
            reception,
            new VisitHeard(
                id,
                visit.Id,
                EnumNames.Of(reception.Kind),
                reception.HeldOn,
                EnumNames.Of(visit.Kind),
                EnumNames.Of(visit.Field),
                visit.People,
                visit.IsGroup,
                visit.IsNewCase,
                EnumNames.Of(visit.Outcome)
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/receptions/{id}/visits", visit);
    }

    static async Task<Results<Ok<ReceptionView>, NotFound, ProblemHttpResult>> Take<TEvent>(
        this PetitionsDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        Func<Reception, Rejection?> take,
        Func<Reception, TEvent> announcement,
        CancellationToken ct
    )
        where TEvent : class => await db.Take(await db.FindReception(id, caller, ct), ifMatch, take, announcement, ReceptionView.Of, ct);

    internal static Task<Reception?> FindReception(this PetitionsDb db, Guid id, Caller caller, CancellationToken ct) =>
        db.Receptions.Visible(caller, db, r => r.HeldOn).SingleOrDefaultAsync(r => r.Id == id, ct);
}
