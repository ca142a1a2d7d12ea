using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Reading;

/// <summary>The book of the caller's units, oldest first; cursor paging holds still under writes.</summary>
public static class ListPetitions
{
    public sealed record Line(
        Guid Id,
        int Version,
        Guid UnitId,
        PetitionKind Kind,
        PetitionField Field,
        DateOnly ReceivedOn,
        PetitionState State,
        DateOnly? DueOn,
        Outcome? Outcome
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Danh sách đơn / List petitions")
            .WithDescription(
                "`dueBefore` keeps those with an open duty that falls due before that day; `ofEndedUnits` keeps the open ones of units that have ended: "
                    + "a person decides who goes on with them."
            );

    static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> Handle(
        PetitionsDb db,
        Caller caller,
        [AsParameters] PetitionFilter filter,
        [AsParameters] PageRequest page,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            await filter
                .Of(db.Petitions.KnownTo(caller, db), db, clock.Today())
                .ToPage(
                    page,
                    p => p.Id,
                    p => new Line(p.Id, p.Version, p.UnitId, p.Kind, p.Field, p.ReceivedOn, p.State, p.DueOn, p.Outcome),
                    ct
                )
        );
}
