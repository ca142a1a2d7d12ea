using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Eligibility;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Takes a petition up for resolution (thụ lý); the clock of the resolution starts.</summary>
public static class AcceptPetition
{
    /// <param name="LateForGoodReason">A second complaint was lodged late, and for a good reason (Luật KN Đ11.6).</param>
    public sealed record Request(DateOnly AcceptedOn, [Text(100)] string DocumentNumber, bool? LateForGoodReason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/acceptance", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Thụ lý / Accept a petition for resolution")
            .WithExample(new Request(new DateOnly(2026, 8, 5), "12/TB-UBND", LateForGoodReason: null));

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        EligibilityTable table,
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
                petition.LacksAppointment(table, request.AcceptedOn)
                ?? petition.Accept(
                    request.AcceptedOn,
                    request.DocumentNumber,
                    Competence.KindOf(tree, petition.UnitId, request.AcceptedOn),
                    deadlines,
                    clock.Today(),
                    request.LateForGoodReason ?? false
                ),
            (petition, _) =>
                new PetitionAccepted(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.AcceptedOn,
                    petition.InTime,
                    petition.Clock?.Rule,
                    petition.Clock?.Due
                ),
            ct
        );
    }
}
