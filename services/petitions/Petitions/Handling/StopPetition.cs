using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Ends the resolution by a decision (quyết định đình chỉ), on a ground of the law. Luật KN Đ11a; Luật TC Đ34.3.</summary>
public static class StopPetition
{
    /// <param name="Ground">A code such as KN.STOP.NO_OBJECT; the problem lists those of the kind.</param>
    public sealed record Request([Text(40)] string Ground, DateOnly DecidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/stopping", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Đình chỉ giải quyết, có căn cứ / Stop the resolution on a ground of the law")
            .WithExample(new Request("KN.STOP.NO_OBJECT", new DateOnly(2026, 8, 14), "34/QĐ-UBND"));

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
            petition => petition.Stop(request.Ground, request.DecidedOn, request.DocumentNumber, deadlines, clock.Today()),
            (petition, _) =>
                new PetitionStopped(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.Ground,
                    request.DecidedOn,
                    petition.SendBy,
                    petition.InTime
                ),
            ct
        );
    }
}
