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
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(petition.Version) is { } stale)
            return stale;
        var dueOn = petition.DueOn;
        if (petition.Suspend(request.DecidedOn, request.DocumentNumber, deadlines, clock.Today(), out var sendBy) is { } refused)
            return refused.ToProblem();
        db.Announce(
            petition,
            new PetitionSuspended(id, EnumNames.Of(petition.Kind), EnumNames.Of(petition.Field), request.DecidedOn, dueOn!.Value, sendBy)
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(petition.ToView(deadlines));
    }
}
