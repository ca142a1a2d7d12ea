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

/// <summary>Ends an accepted petition: the decision on a complaint, the conclusion on a denunciation, the answer to a proposal or feedback.</summary>
public static class ResolvePetition
{
    /// <param name="FindingsDiffer">What the complainant claims and what was verified differ: a dialogue comes first (Luật KN Đ30.1).</param>
    public sealed record Request(Outcome Outcome, DateOnly ResolvedOn, [Text(100)] string DocumentNumber, bool? FindingsDiffer);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/resolution", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Giải quyết, kết luận hoặc trả lời / Resolve an accepted petition")
            .WithExample(new Request(Outcome.DungMotPhan, new DateOnly(2026, 8, 28), "45/QĐ-UBND", FindingsDiffer: false));

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
                petition.Resolve(
                    request.Outcome,
                    request.ResolvedOn,
                    request.DocumentNumber,
                    Competence.KindOf(tree, petition.UnitId, request.ResolvedOn),
                    deadlines,
                    clock.Today(),
                    request.FindingsDiffer ?? false
                ),
            (petition, dueOn) =>
                new PetitionResolved(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    EnumNames.Of(request.Outcome),
                    petition.AcceptedOn!.Value,
                    request.ResolvedOn,
                    dueOn,
                    petition.InTime,
                    petition.SendBy
                ),
            ct
        );
    }
}
