using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>Units of a day: all, by code, by kind, by level, directly under a unit, or anywhere under it.</summary>
public static class ListUnits
{
    public static void Map(RouteGroupBuilder units)
    {
        units
            .MapGet("/", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("Units as of a day (today unless told), by code, kind, level or parent")
            .WithDescription(
                "A code is borne by one unit on a day, and by others on other days: give asOf with code. The code may name its scheme, as in QD20:H20.1."
            );
        units
            .MapGet("/{id:guid}/children", Children)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("Units directly under a unit as of a day");
        units.MapGet("/{id:guid}/subtree", Subtree).RequireScope(Scopes.DirectoryRead).WithSummary("A unit and all below it as of a day");
    }

    static async Task<Ok<Page<UnitView>>> Handle(
        [Text(40)] string? code,
        CodeScheme? scheme,
        UnitKind? kind,
        UnitLevel? level,
        Guid? parentId,
        [BusinessDate] DateOnly? asOf,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var units = db.UnitsAsOf(asOf ?? clock.Today());
        if (code is not null)
            units = units.Bearing(UnitCode.TryParse(code) ?? new(scheme ?? CodeScheme.Administrative, code));
        else if (scheme is { } codes)
        {
            var any = $"{EnumNames.Of(codes)}:%";
            units = units.Where(unit => unit.CodeScheme == codes || unit.FurtherCodes.Any(further => EF.Functions.Like(further, any)));
        }
        if (kind is not null)
            units = units.Where(unit => unit.Kind == kind);
        if (level is not null)
            units = units.Where(unit => unit.Level == level);
        if (parentId is not null)
            units = units.Where(unit => unit.ParentId == parentId);
        return TypedResults.Ok(await units.ToPage(page, unit => unit.Id, unit => unit, ct));
    }

    static IQueryable<UnitView> Bearing(this IQueryable<UnitView> units, UnitCode code)
    {
        var (scheme, value, text) = (code.Scheme, code.Value, code.ToString());
        // The administrative code, where there is one, stands first.
        return scheme is CodeScheme.Administrative
            ? units.Where(unit => unit.CodeScheme == scheme && unit.Code == value)
            : units.Where(unit => (unit.CodeScheme == scheme && unit.Code == value) || unit.FurtherCodes.Contains(text));
    }

    static async Task<Ok<Page<UnitView>>> Children(
        Guid id,
        [BusinessDate] DateOnly? asOf,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var children = db.UnitsAsOf(asOf ?? clock.Today()).Where(unit => unit.ParentId == id);
        return TypedResults.Ok(await children.ToPage(page, unit => unit.Id, unit => unit, ct));
    }

    static async Task<Ok<Page<UnitView>>> Subtree(
        Guid id,
        UnitLevel? level,
        [BusinessDate] DateOnly? asOf,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var day = asOf ?? clock.Today();
        var below = db.Subtree(id, day);
        var units = db.UnitsAsOf(day).Where(unit => below.Contains(unit.Id) && (level == null || unit.Level == level));
        return TypedResults.Ok(await units.ToPage(page, unit => unit.Id, unit => unit, ct));
    }
}
