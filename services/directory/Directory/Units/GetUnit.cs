using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

public static class GetUnit
{
    public static void Map(RouteGroupBuilder units) =>
        units.MapGet("/{id:guid}", Handle).RequireScope(Scopes.DirectoryRead).WithSummary("A unit as of a day (today unless told)");

    static async Task<Results<Ok<UnitView>, NotFound>> Handle(
        Guid id,
        [BusinessDate] DateOnly? asOf,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var day = asOf ?? clock.Today();
        return await db.UnitsAsOf(day).SingleOrDefaultAsync(unit => unit.Id == id, ct) is { } unit
            ? TypedResults.Ok(unit)
            : TypedResults.NotFound();
    }
}
