using System.Linq.Expressions;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DanVan.Directory.Client;

/// <summary>Restricts queries to what a caller may know of, in SQL, by the replica's table <c>directory.unit_ancestors</c>.</summary>
public static class Visibility
{
    /// <summary>
    /// Rows of units in the caller's subtree as it stands today. A unit that has ended counts where it stood on its last day. The root sees all rows.
    /// </summary>
    public static IQueryable<T> Visible<T>(this IQueryable<T> rows, Caller caller, ServiceDb db)
        where T : class, IUnitScoped
    {
        if (caller.IsRoot())
            return rows;
        var units = UnitsOf(caller, db);
        return rows.Where(row => row.UnitId == caller.UnitId || units.Contains(row.UnitId));
    }

    /// <summary>
    /// Rows of units that stand in the caller's subtree today, or stood there on the day that the row concerns: a unit that moved away takes its new work
    /// along, and leaves its old work in sight of those who answered for it then.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="db">The database that the rows come from.</param>
    /// <param name="concerns">The day that a row concerns, as a column.</param>
    public static IQueryable<T> Visible<T>(this IQueryable<T> rows, Caller caller, ServiceDb db, Expression<Func<T, DateOnly>> concerns)
        where T : class, IUnitScoped
    {
        if (caller.IsRoot())
            return rows;
        var units = UnitsOf(caller, db);
        var stays = StaysUnder(caller, db);
        Expression<Func<T, DateOnly, bool>> sees = (row, day) =>
            row.UnitId == caller.UnitId
            || units.Contains(row.UnitId)
            || stays.Any(stay => stay.UnitId == row.UnitId && stay.FirstDay <= day && day < stay.EndDay);
        var row = sees.Parameters[0];
        var day = new Replace(concerns.Parameters[0], row).Visit(concerns.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(new Replace(sees.Parameters[1], day).Visit(sees.Body), row));
    }

    private static IQueryable<Guid> UnitsOf(Caller caller, ServiceDb db)
    {
        var today = db.GetService<TimeProvider>().Today();
        return db.Database.SqlQuery<Guid>(
            $"""
            select unit_id as "Value" from directory.unit_ancestors
            where ancestor_id = {caller.UnitId} and (valid @> {today}::date or (to_the_end and upper(valid) <= {today}::date))
            """
        );
    }

    private static IQueryable<Stay> StaysUnder(Caller caller, ServiceDb db) =>
        db.Database.SqlQuery<Stay>(
            $"""
            select unit_id as "UnitId", lower(valid) as "FirstDay", coalesce(upper(valid), 'infinity'::date) as "EndDay"
            from directory.unit_ancestors where ancestor_id = {caller.UnitId}
            """
        );

    /// <summary>A stretch of time that a unit spends under another.</summary>
    private sealed record Stay(Guid UnitId, DateOnly FirstDay, DateOnly EndDay);

    private sealed class Replace(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : base.VisitParameter(node);
    }
}
