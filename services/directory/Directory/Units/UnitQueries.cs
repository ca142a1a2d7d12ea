using DanVan.Chassis;
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

    /// <summary>Whether there is or was such a unit.</summary>
    public static Task<bool> Exists(this DirectoryDb db, Guid unit, CancellationToken ct) => db.Units.AnyAsync(u => u.Id == unit, ct);

    /// <summary>Version of the unit's record.</summary>
    public static Task<int> VersionOf(this DirectoryDb db, Guid unit, CancellationToken ct) =>
        db.Units.Where(u => u.Id == unit).Select(u => u.Version).SingleAsync(ct);

    /// <summary>The last day of a unit, or of what is known of it while it exists; null for an unknown unit.</summary>
    public static async Task<DateOnly?> LastDay(this DirectoryDb db, Guid unit, CancellationToken ct) =>
        await db
            .Database.SqlQuery<DateOnly?>(
                $"""select max(coalesce(valid_to - 1, valid_from)) as "Value" from unit_periods where unit_id = {unit}"""
            )
            .SingleAsync(ct);

    /// <summary>
    /// What an act concerns, as a registry: the units it names and whoever stands above them from that day on, whoever belongs to those that it moves or
    /// ends (bodies of bodies as well, whose levels follow), and all bearers of the codes that it gives out.
    /// </summary>
    public static async Task<UnitRegistry> RegistryOf(
        this DirectoryDb db,
        IReadOnlyCollection<Guid> units,
        IReadOnlyCollection<Guid> withBelow,
        IReadOnlyCollection<UnitCode> codes,
        DateOnly on,
        CancellationToken ct
    )
    {
        var (named, moved, texts) = (
            units.Concat(withBelow).ToArray(),
            withBelow.ToArray(),
            codes.Select(code => code.ToString()).ToArray()
        );
        var (schemes, values) = (codes.Select(code => EnumNames.Of(code.Scheme)).ToArray(), codes.Select(code => code.Value).ToArray());
        var territory = Enum.GetValues<UnitKind>().Where(kind => kind.IsAdministrative()).Select(EnumNames.Of).ToArray();
        var concerned = await db
            .Database.SqlQuery<Guid>(
                $"""
                with recursive later as (select * from unit_periods where valid_to is null or {on} < valid_to),
                line (id) as (
                    select unnest({named})
                    union
                    select parent_id from line join later on unit_id = line.id where parent_id is not null
                ),
                below (id, is_body) as (
                    select unnest({moved}), true
                    union
                    select unit_id, kind <> all ({territory}) from below join later on parent_id = below.id where is_body
                )
                select id as "Value" from line
                union select id from below
                union select unit_id from unit_periods join unnest({schemes}, {values}) as c (scheme, value) on code_scheme = scheme and code = value
                union select unit_id from unit_periods where further_codes && {texts} and further_codes <> array[]::text[]
                """
            )
            .ToListAsync(ct);
        return new UnitRegistry(await db.Units.AsNoTracking().Where(unit => concerned.Contains(unit.Id)).ToListAsync(ct));
    }
}
