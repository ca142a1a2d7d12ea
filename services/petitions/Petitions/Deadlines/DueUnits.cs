using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Deadlines;

/// <summary>What is due in a unit and all below it today. A unit that has ended counts where it stood on its last day.</summary>
static class DueUnits
{
    /// <summary>The unit and all below it.</summary>
    public static IQueryable<Guid> UnitAndBelow(this PetitionsDb db, Guid unit, DateOnly today) =>
        db.Database.SqlQuery<Guid>(
            $"""
            select {unit} as "Value" union select unit_id from directory.unit_ancestors
            where ancestor_id = {unit} and (valid @> {today}::date or (to_the_end and upper(valid) <= {today}::date))
            """
        );

    /// <summary>Those of the unit and below with an open duty that falls due between the days.</summary>
    public static IQueryable<Petition> Due(this PetitionsDb db, Guid unit, DateOnly from, DateOnly to, DateOnly today) =>
        unit == RootUnit.Id
            ? db.Petitions.FromSql($"select * from petitions where due_on between {from} and {to}")
            : db.Petitions.FromSql(
                // An array, so that the index by unit and day is walked for each.
                $"""
                select * from petitions where due_on between {from} and {to} and unit_id = any (array(
                    select {unit} union
                    select unit_id from directory.unit_ancestors
                    where ancestor_id = {unit} and (valid @> {today}::date or (to_the_end and upper(valid) <= {today}::date))
                ))
                """
            );
}
