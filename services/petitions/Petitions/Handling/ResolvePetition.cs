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
    public sealed record Request(Outcome Outcome, DateOnly ResolvedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/resolution", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Giải quyết, kết luận hoặc trả lời / Resolve an accepted petition")
            .WithExample(new Request(Outcome.DungMotPhan, new DateOnly(2026, 8, 28), "45/QĐ-UBND"));

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
            {
                var competence = Competence.KindOf(tree, petition.UnitId, request.ResolvedOn);
                if (petition.Resolve(request.Outcome, request.ResolvedOn, request.DocumentNumber, competence, clock.Today()) is { } refused)
                    return refused;
                petition.OweResult(deadlines);
                return null;
            },
            (petition, dueOn) =>
                new PetitionResolved(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    EnumNames.Of(request.Outcome),
                    petition.AcceptedOn!.Value,
                    request.ResolvedOn,
                    dueOn,
                    petition.InTime
                ),
            ct
        );
    }
}
