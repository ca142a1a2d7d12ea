using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.FollowUps;

/// <summary>
/// Tells the body that sent a petition on how it was resolved (Luật Tiếp công dân Đ27.2). Where that body keeps its ledger here, the answer stands in it at once.
/// </summary>
public static class ReportResult
{
    public sealed record Request(DateOnly SentOn, [Text(100)] string LetterNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/result-notice", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Báo kết quả cho nơi chuyển đơn / Tell the body that sent it on how it was resolved")
            .WithExample(new Request(new DateOnly(2026, 9, 1), "52/BC-UBND"));

    static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var waiting = await db.FollowUps.SingleOrDefaultAsync(f => f.EnteredAs == id && f.AnsweredOn == null, ct);
        var owedBy = DateOnly.MinValue;
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
            {
                if (petition.ReportResult(request.SentOn, clock.Today(), out owedBy) is { } refused)
                    return refused;
                if (waiting?.Answer(FollowUpResult.Resolved, request.SentOn, request.LetterNumber, deadlines, clock.Today()) is { } held)
                    return held;
                if (waiting is not null)
                    db.Announce(waiting, FollowUpStep.Answered(waiting));
                return null;
            },
            (petition, _) =>
                new ResultReported(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    petition.ClosedOn!.Value,
                    request.SentOn,
                    owedBy,
                    request.SentOn <= owedBy
                ),
            ct
        );
    }
}
