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

/// <summary>Forwards a petition (chuyển đơn) to the competent unit: once for a content (TT 05/2021/TT-TTCP Đ14.1).</summary>
public static class ForwardPetition
{
    public sealed record Request(Guid ToUnitId, DateOnly ForwardedOn, [Text(100)] string LetterNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/forwarding", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Chuyển đơn đến đơn vị có thẩm quyền / Forward a petition to the competent unit")
            .WithExample(new Request(RootUnit.Id, new DateOnly(2026, 8, 5), "12/CV-BDV"));

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
                tree.Find(request.ToUnitId, request.ForwardedOn) is null
                    ? Refused.UnknownUnitAt("toUnitId")
                    : petition.Forward(request.ToUnitId, request.ForwardedOn, request.LetterNumber, deadlines, clock.Today()),
            (petition, _) =>
                new PetitionForwarded(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.ToUnitId,
                    request.ForwardedOn,
                    petition.InTime
                ),
            ct
        );
    }
}
