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

/// <summary>Takes a petition up for resolution (thụ lý); the clock of the resolution starts.</summary>
public static class AcceptPetition
{
    public sealed record Request(DateOnly AcceptedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/acceptance", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Thụ lý / Accept a petition for resolution")
            .WithExample(new Request(new DateOnly(2026, 8, 5), "12/TB-UBND"));

    static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
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
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(petition.Version) is { } stale)
            return stale;
        var unitKind = Competence.KindOf(tree, petition.UnitId, request.AcceptedOn);
        if (petition.Accept(request.AcceptedOn, request.DocumentNumber, unitKind, deadlines, clock.Today()) is { } refused)
            return refused.ToProblem();
        db.Announce(
            petition,
            new PetitionAccepted(
                id,
                EnumNames.Of(petition.Kind),
                EnumNames.Of(petition.Field),
                request.AcceptedOn,
                petition.InTime,
                petition.Current?.Rule,
                petition.DueOn
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(petition.ToView(deadlines));
    }
}
