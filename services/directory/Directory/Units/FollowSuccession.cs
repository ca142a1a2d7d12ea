using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>What became of a unit, and what a unit came out of, between two days.</summary>
public static class FollowSuccession
{
    public static void Map(RouteGroupBuilder units)
    {
        units
            .MapGet("/{id:guid}/successors", Successors)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("The units that a unit has become as of a day (today unless told); the unit itself while it exists")
            .WithDescription("from: only what happened after that day; without it, all that ever did.");
        units
            .MapGet("/{id:guid}/predecessors", Predecessors)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("The units that a unit came out of, as of a day before it existed; the unit itself if it existed then")
            .WithDescription("to: the unit as it stood on that day; without it, as it stands today.");
    }

    static Task<Ok<IReadOnlyList<UnitView>>> Successors(
        Guid id,
        [BusinessDate] DateOnly? from,
        [BusinessDate] DateOnly? asOf,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var day = asOf ?? clock.Today();
        var became = db.Database.SqlQuery<Guid>($"""select id as "Value" from successors_of({id}, {from ?? DateOnly.MinValue}, {day})""");
        return Existing(db, became, day, ct);
    }

    static Task<Ok<IReadOnlyList<UnitView>>> Predecessors(
        Guid id,
        [BusinessDate] DateOnly asOf,
        [BusinessDate] DateOnly? to,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var came = db.Database.SqlQuery<Guid>($"""select id as "Value" from predecessors_of({id}, {asOf}, {to ?? clock.Today()})""");
        return Existing(db, came, asOf, ct);
    }

    static async Task<Ok<IReadOnlyList<UnitView>>> Existing(DirectoryDb db, IQueryable<Guid> ids, DateOnly asOf, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<UnitView>>(
            await db.UnitsAsOf(asOf).Where(unit => ids.Contains(unit.Id)).OrderBy(unit => unit.Code).ThenBy(unit => unit.Id).ToListAsync(ct)
        );
}
