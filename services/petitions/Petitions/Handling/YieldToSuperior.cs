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

/// <summary>Hands a denunciation to the superior for a conflict of interest (xung đột lợi ích); the clock starts with the new acceptance. NĐ 31/2019 Đ5.</summary>
public static class YieldToSuperior
{
    /// <param name="Conflict">What the denounced person is to the one who verifies or resolves.</param>
    /// <param name="ToUnitId">The superior unit.</param>
    public sealed record Request(Conflict Conflict, Guid ToUnitId, DateOnly DecidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/conflict-of-interest", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Chuyển tố cáo lên cấp trên vì xung đột lợi ích / Hand a denunciation to the superior for a conflict of interest")
            .WithExample(new Request(Conflict.Sibling, RootUnit.Id, new DateOnly(2026, 8, 6), "15/BC-UBND"));

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
                tree.Find(request.ToUnitId, request.DecidedOn) is not { } superior ? Refused.UnknownUnitAt("toUnitId")
                : tree.IsWithin(request.ToUnitId, petition.UnitId, request.DecidedOn) ? Refused.NotASuperior
                : petition.Yield(
                    request.Conflict,
                    request.ToUnitId,
                    superior.Kind,
                    request.DecidedOn,
                    request.DocumentNumber,
                    deadlines,
                    clock.Today()
                ),
            (petition, _) =>
                new DenunciationHandedOver(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    petition.HandOvers[^1].FromUnitId,
                    request.ToUnitId,
                    request.DecidedOn,
                    petition.Current!.Rule,
                    petition.Current.Due
                ),
            ct,
            evenOfItself: true
        );
    }
}
