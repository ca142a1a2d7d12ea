using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Deadlines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.FollowUps;

/// <summary>Records the answer that came back by letter; the writer is to be told of it.</summary>
public static class AnswerFollowUp
{
    public sealed record Request(FollowUpResult Result, DateOnly AnsweredOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/follow-up/answer", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Ghi kết quả trả lời / Record the answer that came back")
            .WithExample(new Request(FollowUpResult.Resolved, new DateOnly(2026, 9, 21), "77/BC-UBND"));

    static Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
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
            FollowUpStep.Answered,
            ct
        );
}
