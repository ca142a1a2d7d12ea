using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

public static class CountSubtree
{
    /// <summary>How many units stand below a unit on a day, itself not among them.</summary>
    /// <param name="Id">The unit.</param>
    /// <param name="AsOf">The day.</param>
    /// <param name="Levels">Administrative units of each level.</param>
    /// <param name="Kinds">Units of each kind, bodies as well.</param>
    public sealed record SubtreeCounts(
        Guid Id,
        DateOnly AsOf,
        IReadOnlyDictionary<string, int> Levels,
        IReadOnlyDictionary<string, int> Kinds
    );

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapGet("/{id:guid}/subtree/counts", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("How many units of each level and kind stand below a unit as of a day");

    static async Task<Results<Ok<SubtreeCounts>, NotFound>> Handle(
        Guid id,
        [BusinessDate] DateOnly? asOf,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var day = asOf ?? clock.Today();
        if (!await db.UnitsAsOf(day).AnyAsync(unit => unit.Id == id, ct))
            return TypedResults.NotFound();
        var subtree = db.Subtree(id, day);
        var counts = await db.UnitsAsOf(day)
            .Where(unit => unit.Id != id && subtree.Contains(unit.Id))
            .GroupBy(unit => new { unit.Level, unit.Kind })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(ct);
        return TypedResults.Ok(
            new SubtreeCounts(
                id,
                day,
                counts
                    .Where(group => group.Key.Kind.IsAdministrative())
                    .GroupBy(group => EnumNames.Of(group.Key.Level))
                    .ToDictionary(level => level.Key, level => level.Sum(group => group.Count)),
                counts.GroupBy(group => EnumNames.Of(group.Key.Kind)).ToDictionary(kind => kind.Key, kind => kind.Sum(group => group.Count))
            )
        );
    }
}
