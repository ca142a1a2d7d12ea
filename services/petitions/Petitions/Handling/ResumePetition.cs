using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Lets the clock run again by a decision (quyết định tiếp tục giải quyết): as many days as were left. NĐ 155/2026 Đ28b.2; Luật TC Đ34.</summary>
public static class ResumePetition
{
    /// <param name="DecidedOn">The day of the decision.</param>
    /// <param name="DocumentNumber">Its number.</param>
    public sealed record Request(DateOnly DecidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/resumption", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Tiếp tục giải quyết: thời gian còn lại tính tiếp / Resume the resolution: what is left is counted on")
            .WithExample(new Request(new DateOnly(2026, 9, 7), "36/QĐ-UBND"));

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
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
        return db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition => petition.Resume(request.DecidedOn, request.DocumentNumber, deadlines, clock.Today()),
            (petition, _) =>
                new PetitionResumed(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    petition.Clock!.Pauses[^1].From,
                    request.DecidedOn,
                    petition.Clock.Rule,
                    petition.Clock.Due
                ),
            ct
        );
    }
}
