using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.FollowUps;

/// <summary>Reminds the unit that owes the answer (đôn đốc).</summary>
public static class RemindFollowUp
{
    public sealed record Request(DateOnly SentOn, [Text(100)] string LetterNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/follow-up/reminders", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Đôn đốc đơn vị nhận đơn trả lời / Remind the unit that owes the answer")
            .WithExample(new Request(new DateOnly(2026, 9, 15), "31/CV-BDV"));

    static Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
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
}
