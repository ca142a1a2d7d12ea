using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.People;

/// <summary>Who held which title where, on a day: in units that stood in the caller's subtree on that day.</summary>
public static class ReadPositions
{
    public static void Map(RouteGroupBuilder positions)
    {
        positions
            .MapGet("/", List)
            .RequireScope(Scopes.PeopleRead)
            .WithSummary("Chức vụ đang giữ vào một ngày / Positions held on a day (today unless told), by unit, title or person")
            .WithDescription(
                "Chức danh so khớp trọn vẹn, không phân biệt hoa thường, dấu và đ. / A title is compared as a whole, without case, tones and đ."
            );
        positions.MapGet("/{id:guid}", Get).RequireScope(Scopes.PeopleRead).WithSummary("Một chức vụ / A position");
    }

    /// <summary>The positions of one person, below the person's own address.</summary>
    public static void MapOfPerson(RouteGroupBuilder people) =>
        people
            .MapGet("/{id:guid}/positions", OfPerson)
            .RequireScope(Scopes.PeopleRead)
            .WithSummary("Các chức vụ của một người / The positions of a person, of all times unless asOf is told");

    static async Task<Ok<Page<PositionView>>> List(
        Guid? unitId,
        [Text(300)] string? title,
        Guid? personId,
        [BusinessDate] DateOnly? asOf,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var positions = db.PositionsOf(caller, asOf ?? clock.Today());
        if (unitId is not null)
            positions = positions.Where(position => position.UnitId == unitId);
        if (personId is not null)
            positions = positions.Where(position => position.PersonId == personId);
        if (title is not null)
        {
            var ids = db.Database.SqlQuery<Guid>($"""select id as "Value" from positions where folded = fold({title})""");
            positions = positions.Where(position => ids.Contains(position.Id));
        }
        return TypedResults.Ok(await positions.WithHolders(db).ToPage(page, held => held.Position.Id, PositionView.Of, ct));
    }

    static async Task<Results<Ok<Page<PositionView>>, NotFound>> OfPerson(
        Guid id,
        [BusinessDate] DateOnly? asOf,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!await db.PeopleOf(caller, asOf ?? clock.Today()).AnyAsync(person => person.Id == id, ct))
            return TypedResults.NotFound();
        var positions = asOf is { } day ? db.PositionsOf(caller, day) : db.PositionsEver(caller, clock.Today());
        var own = positions.Where(position => position.PersonId == id && position.Annulled == null);
        return TypedResults.Ok(await own.WithHolders(db).ToPage(page, held => held.Position.Id, PositionView.Of, ct));
    }

    static async Task<Results<Ok<PositionView>, NotFound>> Get(
        Guid id,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await db.PositionsEver(caller, clock.Today())
            .Where(position => position.Id == id)
            .WithHolders(db)
            .AsNoTracking()
            .SingleOrDefaultAsync(ct)
            is { } held
            ? TypedResults.Ok(PositionView.Of(held))
            : TypedResults.NotFound();
}
