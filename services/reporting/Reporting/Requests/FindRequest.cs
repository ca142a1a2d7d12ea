using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DanVan.Reporting.Requests;

/// <summary>Finding requests, and only those that a caller may know of.</summary>
static class FindRequest
{
    /// <summary>Those that units of the caller's subtree made, and those that reach one of them: as it stands today, or stood on the last day of the period.</summary>
    public static IQueryable<ReportRequest> RequestsFor(this ReportingDb db, Caller caller)
    {
        if (caller.IsRoot())
            return db.ReportRequests;
        var made = db.RequestsMadeBelow(caller).Select(request => request.Id);
        var reaching = db.RequestsReaching(caller);
        return db.ReportRequests.Where(request => made.Contains(request.Id) || reaching.Contains(request.Id));
    }

    /// <summary>Those that units of the caller's subtree made: it may withdraw them.</summary>
    public static IQueryable<ReportRequest> RequestsMadeBelow(this ReportingDb db, Caller caller) =>
        db.ReportRequests.Visible(caller, db, request => request.PeriodTo);

    // Who asks stands above whom it reaches: only requests of units above some unit of the subtree are looked at one by one.
    static IQueryable<Guid> RequestsReaching(this ReportingDb db, Caller caller)
    {
        var today = db.GetService<TimeProvider>().Today();
        return db.Database.SqlQuery<Guid>(
            $"""
            select r.id as "Value" from report_requests r
            where r.unit_id = any (array(
                    select above.ancestor_id from directory.unit_ancestors mine join directory.unit_ancestors above on above.unit_id = mine.unit_id
                    where mine.ancestor_id = {caller.UnitId}
                ))
                and exists (
                    select from directory.unit_ancestors mine
                    join directory.unit_versions unit on unit.unit_id = mine.unit_id and unit.kind = any (r.kinds)
                        and unit.valid_from <= r.period_to and (unit.valid_to is null or unit.valid_to > r.period_to)
                    join directory.unit_ancestors asked on asked.unit_id = mine.unit_id and asked.ancestor_id = r.unit_id and asked.valid @> r.period_to
                    where mine.ancestor_id = {caller.UnitId} and mine.unit_id <> r.unit_id
                        and (mine.valid @> r.period_to or mine.valid @> {today}::date or (mine.to_the_end and upper(mine.valid) <= {today}::date))
                        and (cardinality(r.units) = 0 or exists (
                            select from directory.unit_ancestors named
                            where named.unit_id = mine.unit_id and named.ancestor_id = any (r.units) and named.valid @> r.period_to
                        ))
                )
            """
        );
    }
}
