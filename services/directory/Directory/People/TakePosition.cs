using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.People;

/// <summary>Records that a person holds a title in a unit from a day on, perhaps beside others, perhaps in the past.</summary>
public static class TakePosition
{
    /// <param name="Id">Identity, when the caller has one; made here otherwise.</param>
    /// <param name="UnitId">The unit in which it is held; the caller must reach it as of the first day.</param>
    /// <param name="Title">The title, as its decision words it.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">First day on which it was no longer held, when a position of the past is recorded.</param>
    /// <param name="Basis">The decision or election, as cited.</param>
    public sealed record Request(
        Guid? Id,
        Guid UnitId,
        [Text(300)] string Title,
        [BusinessDate] DateOnly From,
        [BusinessDate] DateOnly? To,
        [Text(500)] string Basis
    );

    public static void Map(RouteGroupBuilder people) =>
        people
            .MapPost("/{id:guid}/positions", Handle)
            .RequireScope(Scopes.PeopleWrite)
            .WithSummary("Ghi chức vụ của một người / Record a position of a person")
            .WithExample(
                new Request(null, RootUnit.Id, "Trưởng Ban Dân vận", new(2021, 4, 1), To: null, "Quyết định số 01-QĐ/TW ngày 01/4/2021")
            );

    static async Task<Results<Created<PositionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.PeopleOf(caller, clock.Today()).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } person)
            return TypedResults.NotFound();
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(known => known.Id == request.UnitId, ct);
        if (unit is null || !await db.Reaches(caller, request.UnitId, request.From, ct))
            return UnitRejections.OutOfReach("unitId").ToProblem();
        if (request.Id is { } wanted && await db.Positions.AnyAsync(known => known.Id == wanted, ct))
            return PeopleRejections.PositionExists.ToProblem();
        var terms = new PositionTerms(request.Title, request.From, request.To, request.Basis);
        if (terms.Refuse(unit, await db.SameTitle(id, request.UnitId, terms, null, ct)) is { } refused)
            return refused.ToProblem();

        var position = new Position
        {
            Id = request.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            PersonId = id,
            UnitId = request.UnitId,
            Title = terms.Title,
            ValidFrom = terms.From,
            ValidTo = terms.To,
            Basis = terms.Basis,
        };
        db.Positions.Add(position);
        db.Announce(position, position.Recorded(PositionChange.Taken, person));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/positions/{position.Id}", PositionView.Of(position, person));
    }
}
