using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.People;

/// <summary>Whom and what a caller may know of. The only way in which use cases find people and positions.</summary>
internal static class PeopleQueries
{
    /// <summary>People whose record a unit of the caller's subtree keeps, or who hold a position in it, as the tree and the positions stand on a day.</summary>
    public static IQueryable<Person> PeopleOf(this DirectoryDb db, Caller caller, DateOnly asOf)
    {
        if (caller.IsRoot())
            return db.People;
        var own = caller.UnitId ?? Guid.Empty;
        return db.People.FromSql(
            $"""
            with subtree as (select id from subtree_of({own}, {asOf}) union select {own})
            select * from people where unit_id in (select id from subtree) or id in (
                select person_id from positions
                where annulled is null and valid_from <= {asOf} and (valid_to is null or {asOf} < valid_to)
                    and unit_id in (select id from subtree)
            )
            """
        );
    }

    /// <summary>Those of them whose record a unit of the caller's subtree keeps today: the caller may correct it.</summary>
    public static IQueryable<Person> PeopleKeptBy(this DirectoryDb db, Caller caller, DateOnly today)
    {
        if (caller.IsRoot())
            return db.People;
        var own = caller.UnitId ?? Guid.Empty;
        return db.People.FromSql($"select * from people where stood_within(unit_id, {own}, {today})");
    }

    /// <summary>Positions that are held on a day, in units that stand in the caller's subtree on that day.</summary>
    public static IQueryable<Position> PositionsOf(this DirectoryDb db, Caller caller, DateOnly asOf)
    {
        var own = caller.UnitId ?? Guid.Empty;
        var units = db.Subtree(own, asOf);
        return db.Positions.Where(position =>
            position.Annulled == null
            && position.ValidFrom <= asOf
            && (position.ValidTo == null || position.ValidTo > asOf)
            && units.Contains(position.UnitId)
        );
    }

    /// <summary>
    /// Positions of any time, each looked at on the day that it concerns (see <see cref="Position.SeenOn"/>): the unit stood in the caller's subtree then.
    /// </summary>
    public static IQueryable<Position> PositionsEver(this DirectoryDb db, Caller caller, DateOnly today)
    {
        if (caller.IsRoot())
            return db.Positions;
        var own = caller.UnitId ?? Guid.Empty;
        return db.Positions.FromSql(
            $"""
            select * from positions
            where stood_within(unit_id, {own}, greatest(valid_from, least({today}, valid_to - 1)))
            """
        );
    }

    /// <summary>Positions with whoever holds them.</summary>
    public static IQueryable<HeldPosition> WithHolders(this IQueryable<Position> positions, DirectoryDb db) =>
        from position in positions
        join person in db.People on position.PersonId equals person.Id
        select new HeldPosition { Position = position, Person = person };

    /// <summary>Another position of the person with the same title in the same unit, however it is written, that overlaps in time.</summary>
    public static async Task<Position?> SameTitle(
        this DirectoryDb db,
        Guid person,
        Guid unit,
        PositionTerms terms,
        Guid? except,
        CancellationToken ct
    ) =>
        // A time that ends before it begins is no range, and refused by the rule.
        terms.To <= terms.From
            ? null
            : await db
                .Positions.FromSql(
                    $"""
                    select * from positions
                    where annulled is null and person_id = {person} and unit_id = {unit} and folded = fold({terms.Title})
                        and daterange(valid_from, valid_to) && daterange({terms.From}, {terms.To}::date)
                    """
                )
                .AsNoTracking()
                .Where(position => position.Id != except)
                .OrderBy(position => position.ValidFrom)
                .FirstOrDefaultAsync(ct);
}

/// <summary>A position with its holder, as a query reads them.</summary>
internal sealed class HeldPosition
{
    public required Position Position { get; init; }
    public required Person Person { get; init; }
}
