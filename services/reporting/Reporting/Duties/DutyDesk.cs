using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Requests;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Duties;

/// <summary>
/// Which period is meant, and what is owed for it: by the rules of a regime, or because a unit above has asked. A request is read where it is needed and kept
/// nowhere, so that it holds in every instance from the moment when it is made, or withdrawn.
/// </summary>
public sealed class DutyDesk(ReportingDb db, DutyCatalogue rules, RegimeCatalogue regimes)
{
    /// <summary>Finds the period that a request names; or what is wrong about that, or the caller may not know of.</summary>
    public async Task<(Period? Period, Rejection? Refused)> Find(PeriodRequest named, Caller caller, CancellationToken ct)
    {
        if (!ReportRequest.Makes(named.Regime, named.Kind, named.Index))
            return (regimes.Find(named, out var refused), refused);
        var request = await db.RequestsFor(caller)
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.PeriodYear == named.Year && one.PeriodIndex == named.Index, ct);
        return request is null ? (null, RefusedRequest.NoSuchNumber)
            : named.From is { } from && from != request.PeriodFrom ? (null, RefusedRequest.OtherDays("from"))
            : named.To is { } to && to != request.PeriodTo ? (null, RefusedRequest.OtherDays("to"))
            : (request.Period, null);
    }

    /// <summary>What is owed on a form for a period.</summary>
    public async Task<Owed> For(string form, Period period, CancellationToken ct)
    {
        if (!ReportRequest.Makes(period.Regime, period.Kind, period.Index))
            return new(form, period, rules.For(form, period), regimes.SendingDays(period));
        var request = await db
            .ReportRequests.AsNoTracking()
            .SingleAsync(one => one.PeriodYear == period.Year && one.PeriodIndex == period.Index, ct);
        return new(form, period, request.Form == form ? [request.AsRule()] : [], [(null, request.SendBy)]);
    }
}
