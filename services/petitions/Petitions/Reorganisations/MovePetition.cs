using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Reorganisations;

/// <summary>A person decides which unit goes on with an open petition whose unit has ended with several successors, or with none.</summary>
public static class MovePetition
{
    /// <param name="ToUnitId">The unit that goes on with it: a successor, where there are any.</param>
    public sealed record Request(Guid ToUnitId);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/unit", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary(
                "Quyết định đơn vị tiếp nhận đơn của đơn vị đã kết thúc / Decide who goes on with a petition of a unit that has ended"
            )
            .WithExample(new Request(RootUnit.Id));

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
        var today = clock.Today();
        return db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
                petition.IsOpen ? tree.RefusesHeir(petition.UnitId, request.ToUnitId, caller, today) : Refused.InState(petition.State),
            (petition, _) => petition.MoveTo(request.ToUnitId, today, reorganisation: null),
            ct,
            evenOfItself: true
        );
    }
}
