using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Tells the petitioner, once, which body is competent (hướng dẫn).</summary>
public static class GuidePetitioner
{
    /// <param name="ToUnitId">The competent unit, when the directory has it.</param>
    public sealed record Request(Guid? ToUnitId, DateOnly GuidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/guidance", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Hướng dẫn người gửi đơn / Guide the petitioner to the competent body")
            .WithExample(new Request(null, new DateOnly(2026, 8, 5), "12/HD-BDV"));

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
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
            petition =>
                request.ToUnitId is { } to && tree.Find(to, request.GuidedOn) is null
                    ? Refused.UnknownUnitAt("toUnitId")
                    : petition.Guide(request.ToUnitId, request.GuidedOn, request.DocumentNumber, clock.Today()),
            (petition, _) =>
                new PetitionGuided(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.ToUnitId,
                    request.GuidedOn,
                    petition.InTime
                ),
            ct
        );
    }
}
