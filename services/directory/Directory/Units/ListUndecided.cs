using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>What a reorganisation left for a person to decide: nothing is guessed.</summary>
public static class ListUndecided
{
    public static void Map(RouteGroupBuilder units)
    {
        units
            .MapGet("/undecided", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("Administrative units that ended on a day with no successor recorded")
            .WithDescription("Units of a level that was abolished as a whole (districts on 01/07/2025) have none and are not listed.");
        units
            .MapGet("/unexplained", Unexplained)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("Administrative units that began on a day on which others ended, with no predecessor recorded");
    }

    static async Task<Ok<Page<UnitView>>> Handle(
        [BusinessDate] DateOnly on,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        CancellationToken ct
    )
    {
        var ids = db.Database.SqlQuery<Guid>(
            $"""
            select unit_id as "Value" from unit_periods ended
            where valid_to = {on} and code_scheme = 'ADMINISTRATIVE' and level <> 'DISTRICT'
                and not exists (select from unit_predecessors where predecessor_id = ended.unit_id)
                -- A period also ends where the next one of the same unit begins.
                and not exists (select from unit_periods next where next.unit_id = ended.unit_id and next.valid_from = {on})
            """
        );
        var undecided = db.UnitsAsOf(on.AddDays(-1)).Where(unit => ids.Contains(unit.Id));
        return TypedResults.Ok(await undecided.ToPage(page, unit => unit.Id, unit => unit, ct));
    }

    static async Task<Ok<Page<UnitView>>> Unexplained(
        [BusinessDate] DateOnly on,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        CancellationToken ct
    )
    {
        var ids = db.Database.SqlQuery<Guid>(
            $"""
            select unit_id as "Value" from unit_periods began
            where valid_from = {on} and code_scheme = 'ADMINISTRATIVE'
                and not exists (select from unit_periods earlier where earlier.unit_id = began.unit_id and earlier.valid_from < {on})
                and not exists (select from unit_predecessors where successor_id = began.unit_id)
                and exists (select from units join unit_periods last on last.unit_id = id where ending_on = {on} and last.level = began.level)
            """
        );
        var unexplained = db.UnitsAsOf(on).Where(unit => ids.Contains(unit.Id));
        return TypedResults.Ok(await unexplained.ToPage(page, unit => unit.Id, unit => unit, ct));
    }
}
