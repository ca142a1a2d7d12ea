using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>What a reorganisation left for a person to decide: nothing is guessed.</summary>
public static class ListUndecided
{
    public static void Map(RouteGroupBuilder units) =>
        units
            .MapGet("/undecided", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("Administrative units that ended on a day with no successor recorded")
            .WithDescription("Units of a level that was abolished as a whole (districts on 01/07/2025) have none and are not listed.");

    static async Task<Ok<Page<UnitView>>> Handle(
        [BusinessDate] DateOnly on,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        CancellationToken ct
    )
    {
        var undecided = db
            .UnitsAsOf(on.AddDays(-1))
            .Where(unit => unit.To == on && unit.CodeScheme == CodeScheme.Administrative && unit.Level != UnitLevel.District)
            .Where(unit => !db.Units.Any(other => other.Predecessors.Any(predecessor => predecessor.UnitId == unit.Id)))
            // A period also ends where the next one of the same unit begins.
            .Where(unit => !db.Units.Any(same => same.Id == unit.Id && same.Periods.Any(period => period.ValidFrom == on)));
        return TypedResults.Ok(await undecided.ToPage(page, unit => unit.Id, unit => unit, ct));
    }
}
