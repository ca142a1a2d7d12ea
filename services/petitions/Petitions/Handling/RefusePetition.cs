using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Refuses to take a petition up (không thụ lý), on a ground of the law.</summary>
public static class RefusePetition
{
    /// <param name="Ground">A code such as KN.11.6; the problem lists those of the kind.</param>
    public sealed record Request([Text(40)] string Ground, DateOnly DecidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/non-acceptance", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Không thụ lý, có căn cứ / Refuse a petition on a ground of the law")
            .WithExample(new Request("KN.11.6", new DateOnly(2026, 8, 5), "12/TB-UBND"));

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
            petition => petition.Refuse(request.Ground, request.DecidedOn, request.DocumentNumber, clock.Today()),
            (petition, _) =>
                new PetitionNotAccepted(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    petition.Ground!,
                    request.DecidedOn,
                    petition.InTime
                ),
            ct
        );
    }
}
