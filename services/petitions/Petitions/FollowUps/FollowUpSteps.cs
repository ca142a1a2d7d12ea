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

namespace DanVan.Petitions.FollowUps;

/// <summary>The ledger of what was sent on, on the side of the unit that waits: reminders, the answer, the word to the writer.</summary>
public static class FollowUpSteps
{
    public sealed record Reminding(DateOnly SentOn, [Text(100)] string LetterNumber);

    public sealed record Answering(FollowUpResult Result, DateOnly AnsweredOn, [Text(100)] string DocumentNumber);

    public sealed record Telling(DateOnly ToldOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/follow-up", ReadFollowUp)
            .WithName("readFollowUp")
            .RequireScope(Scopes.Read)
            .WithSummary("Theo dõi đơn đã chuyển / What became of a petition that was sent on");
        group
            .MapPost("/{id:guid}/follow-up/reminders", RemindFollowUp)
            .WithName("remindFollowUp")
            .RequireScope(Scopes.Decide)
            .WithSummary("Đôn đốc đơn vị nhận đơn trả lời / Remind the unit that owes the answer")
            .WithExample(new Reminding(new DateOnly(2026, 9, 15), "31/CV-BDV"));
        group
            .MapPost("/{id:guid}/follow-up/answer", AnswerFollowUp)
            .WithName("answerFollowUp")
            .RequireScope(Scopes.Decide)
            .WithSummary("Ghi kết quả trả lời / Record the answer that came back")
            .WithExample(new Answering(FollowUpResult.Resolved, new DateOnly(2026, 9, 21), "77/BC-UBND"));
        group
            .MapPost("/{id:guid}/follow-up/citizen-notice", TellCitizen)
            .WithName("tellCitizen")
            .RequireScope(Scopes.Decide)
            .WithSummary("Báo kết quả cho người gửi đơn / Tell the writer what came back")
            .WithDescription("Within five working days of the answer (Luật Tiếp công dân Đ28.2).")
            .WithExample(new Telling(new DateOnly(2026, 9, 23), "40/TB-BDV"));
    }

    static async Task<Results<Ok<FollowUpView>, NotFound>> ReadFollowUp(Guid id, PetitionsDb db, Caller caller, CancellationToken ct) =>
        await db.FindFollowUp(id, caller, ct) is { } found
            ? TypedResults.Ok(FollowUpView.Of(found, await db.StateOf(found.EnteredAs, ct)))
            : TypedResults.NotFound();

    static Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> RemindFollowUp(
        Guid id,
        Reminding request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            followUp => followUp.Remind(request.SentOn, request.LetterNumber, clock.Today()),
            followUp => new FollowUpReminded(
                id,
                EnumNames.Of(followUp.Kind),
                EnumNames.Of(followUp.Field),
                followUp.ToUnitId,
                request.SentOn,
                followUp.Reminders.Count,
                followUp.AnswerDueOn
            ),
            ct
        );

    static Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> AnswerFollowUp(
        Guid id,
        Answering request,
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
            followUp => followUp.Answer(request.Result, request.AnsweredOn, request.DocumentNumber, deadlines, clock.Today()),
            Answered,
            ct
        );

    static Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> TellCitizen(
        Guid id,
        Telling request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            followUp => followUp.Tell(request.ToldOn, request.DocumentNumber, clock.Today()),
            followUp => new CitizenTold(
                id,
                EnumNames.Of(followUp.Kind),
                EnumNames.Of(followUp.Field),
                request.ToldOn,
                followUp.TellBy,
                followUp.TellBy is not { } last || request.ToldOn <= last
            ),
            ct
        );

    internal static FollowUpAnswered Answered(FollowUp followUp) =>
        new(
            followUp.PetitionId,
            EnumNames.Of(followUp.Kind),
            EnumNames.Of(followUp.Field),
            followUp.ToUnitId,
            EnumNames.Of(followUp.Result!.Value),
            followUp.AnsweredOn!.Value,
            followUp.AnswerDueOn,
            followUp.Reminders.Count,
            followUp.TellBy
        );

    static async Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> Take<TEvent>(
        this PetitionsDb db,
        Guid petitionId,
        IfMatch ifMatch,
        Caller caller,
        Func<FollowUp, Rejection?> take,
        Func<FollowUp, TEvent> announcement,
        CancellationToken ct
    )
        where TEvent : class
    {
        var followUp = await db.FindFollowUp(petitionId, caller, ct);
        var state = await db.StateOf(followUp?.EnteredAs, ct);
        return await db.Take(followUp, ifMatch, take, announcement, f => FollowUpView.Of(f, state), ct);
    }

    static Task<FollowUp?> FindFollowUp(this PetitionsDb db, Guid petitionId, Caller caller, CancellationToken ct) =>
        db.FollowUps.Visible(caller, db, f => f.SentOn).SingleOrDefaultAsync(f => f.PetitionId == petitionId, ct);

    static async Task<PetitionState?> StateOf(this PetitionsDb db, Guid? petitionId, CancellationToken ct) =>
        petitionId is null
            ? null
            : await db.Petitions.Where(p => p.Id == petitionId).Select(p => (PetitionState?)p.State).SingleOrDefaultAsync(ct);
}
