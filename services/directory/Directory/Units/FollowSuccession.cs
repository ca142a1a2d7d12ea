using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>What became of a unit, and what a unit came out of, between its time and another day.</summary>
public static class FollowSuccession
{
    public static void Map(RouteGroupBuilder units)
    {
        units
            .MapGet("/{id:guid}/successors", Successors)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("The units that a unit has become as of a day (today unless told); the unit itself while it exists");
        units
            .MapGet("/{id:guid}/predecessors", Predecessors)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("The units that a unit came out of, as of a day before it existed; the unit itself if it existed then");
    }

    static Task<Ok<IReadOnlyList<UnitView>>> Successors(
        Guid id,
        [BusinessDate] DateOnly? asOf,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        Existing(
            db,
            db.Database.SqlQuery<Guid>(
                $"""
                with recursive became (id) as (
                    select {id}
                    union
                    select successor_id from became join unit_predecessors on predecessor_id = became.id
                )
                select id as "Value" from became
                """
            ),
            asOf ?? clock.Today(),
            ct
        );

    static Task<Ok<IReadOnlyList<UnitView>>> Predecessors(Guid id, [BusinessDate] DateOnly asOf, DirectoryDb db, CancellationToken ct) =>
        Existing(
            db,
            db.Database.SqlQuery<Guid>(
                $"""
                with recursive came (id) as (
                    select {id}
                    union
                    select predecessor_id from came join unit_predecessors on successor_id = came.id
                )
                select id as "Value" from came
                """
            ),
            asOf,
            ct
        );

    static async Task<Ok<IReadOnlyList<UnitView>>> Existing(DirectoryDb db, IQueryable<Guid> ids, DateOnly asOf, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<UnitView>>(
            await db.UnitsAsOf(asOf).Where(unit => ids.Contains(unit.Id)).OrderBy(unit => unit.Code).ThenBy(unit => unit.Id).ToListAsync(ct)
        );
}
