using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Stops the clock of an accepted complaint or denunciation by a decision (quyết định tạm đình chỉ). Luật KN Đ11a.4; Luật TC Đ34.</summary>
public static class SuspendPetition
{
    /// <param name="DecidedOn">The day of the decision.</param>
    /// <param name="DocumentNumber">Its number.</param>
    public sealed record Request(DateOnly DecidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/suspension", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Tạm đình chỉ giải quyết: thời hạn ngừng tính / Suspend the resolution: the clock stops")
            .WithExample(new Request(new DateOnly(2026, 8, 14), "33/QĐ-UBND"));

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
        var sendBy = DateOnly.MinValue;
        return db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition => petition.Suspend(request.DecidedOn, request.DocumentNumber, deadlines, clock.Today(), out sendBy),
            (petition, dueOn) =>
                new PetitionSuspended(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.DecidedOn,
                    dueOn!.Value,
                    sendBy
                ),
            ct
        );
    }
}
