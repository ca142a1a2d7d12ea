using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

public static class GetAncestors
{
    public static void Map(RouteGroupBuilder units) =>
        units
            .MapGet("/{id:guid}/ancestors", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("The units above a unit as of a day, nearest first");

    static async Task<Results<Ok<IReadOnlyList<UnitView>>, NotFound>> Handle(
        Guid id,
        [BusinessDate] DateOnly? asOf,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var day = asOf ?? clock.Today();
        var line = await db.Database.SqlQuery<Guid>($"""select id as "Value" from line_of({id}, {day}) order by depth""").ToListAsync(ct);
        if (line.Count == 0)
            return TypedResults.NotFound();
        var units = await db.UnitsAsOf(day).Where(unit => line.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, ct);
        return TypedResults.Ok<IReadOnlyList<UnitView>>([.. line.Skip(1).Select(above => units[above])]);
    }
}
