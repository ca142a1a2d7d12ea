using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>What the use cases ask of the stored units.</summary>
internal static class UnitQueries
{
    /// <summary>Every state that held on a day, one a unit.</summary>
    public static IQueryable<UnitView> UnitsAsOf(this DirectoryDb db, DateOnly asOf) =>
        db
            .Units.AsNoTracking()
            .SelectMany(
                unit => unit.Periods.Where(p => p.ValidFrom <= asOf && (p.ValidTo == null || p.ValidTo > asOf)),
                UnitView.Projection
            );

    /// <summary>The unit and all below it on a day, as ids.</summary>
    public static IQueryable<Guid> Subtree(this DirectoryDb db, Guid unit, DateOnly asOf) =>
        db.Database.SqlQuery<Guid>($"""select id as "Value" from subtree_of({unit}, {asOf})""");

    /// <summary>Whether the caller may act on a unit on a day: it is the caller's own or stands below it then. The root may act on all.</summary>
    public static async Task<bool> Reaches(this DirectoryDb db, Caller caller, Guid unit, DateOnly asOf, CancellationToken ct) =>
        caller.IsRoot()
        || caller.UnitId == unit
        || await db
            .Database.SqlQuery<bool>($"""select exists (select from line_of({unit}, {asOf}) where id = {caller.UnitId}) as "Value" """)
            .SingleAsync(ct);

    /// <summary>Who bears or bore a code; consecutive periods of one unit are one use.</summary>
    public static async Task<IReadOnlyCollection<CodeUse>> UsesOf(this DirectoryDb db, UnitCode code, CancellationToken ct)
    {
        var (scheme, value) = (code.Scheme, code.Value);
        var uses = await db
            .Units.AsNoTracking()
            .SelectMany(
                unit => unit.Periods.Where(p => p.CodeScheme == scheme && p.Code == value),
                (unit, p) =>
                    new
                    {
                        unit.Id,
                        p.ValidFrom,
                        p.ValidTo,
                    }
            )
            .ToListAsync(ct);
        return CodeUses.Joined(uses.Select(use => new CodeUse(use.Id, use.ValidFrom, use.ValidTo)));
    }

    /// <summary>Every unit that stands above a unit on a day or at any time after.</summary>
    public static Task<List<Guid>> LineFrom(this DirectoryDb db, Guid unit, DateOnly on, CancellationToken ct) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                with recursive line (id) as (
                    select parent_id from unit_periods where unit_id = {unit} and parent_id is not null and (valid_to is null or {on} < valid_to)
                    union
                    select p.parent_id from line join unit_periods p on p.unit_id = line.id
                    where p.parent_id is not null and (p.valid_to is null or {on} < p.valid_to)
                )
                select id as "Value" from line
                """
            )
            .ToListAsync(ct);

    /// <summary>Units that belong to a unit on a day or at any time after.</summary>
    public static IQueryable<Unit> BelongingTo(this DirectoryDb db, IReadOnlyCollection<Guid> parents, DateOnly on) =>
        db.Units.Where(unit =>
            unit.Periods.Any(p => p.ParentId != null && parents.Contains(p.ParentId.Value) && (p.ValidTo == null || p.ValidTo > on))
        );
}
