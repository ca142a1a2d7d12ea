using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Extends the limit for resolving a denunciation (gia hạn) by a written decision.</summary>
public static class ExtendDeadline
{
    /// <param name="Criteria">The criteria of complexity that the decision names, besides those of an earlier one.</param>
    public sealed record Request(
        [Whole(1, 30)] int Days,
        [Items(0, 7)] IReadOnlyList<Complexity> Criteria,
        DateOnly DecidedOn,
        [Text(100)] string DocumentNumber
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/extensions", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Gia hạn giải quyết tố cáo / Extend the time limit of a denunciation")
            .WithExample(new Request(30, [Complexity.SeveralPlaces], new DateOnly(2026, 8, 20), "32/QĐ-UBND"));

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
            petition =>
                petition.Extend(request.Days, request.Criteria, request.DecidedOn, request.DocumentNumber, deadlines, clock.Today()),
            (petition, _) => petition.Extended("EXTENSION"),
            ct
        );
    }
}
