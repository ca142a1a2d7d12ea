using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Requests;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Locks;

/// <summary>Whether a report can still be opened, edited and sent: it is still asked for, and its period has not locked or its unit has leave.</summary>
public sealed class PeriodLocks(ReportingDb db, DutyDesk duties, UnitTree tree, TimeProvider clock)
{
    /// <summary>
    /// Why a report is not worked on any more; null when it is. Corrections are not held up: they make an edition of their own, and never change the one that
    /// the period closed with.
    /// </summary>
    public async Task<Rejection?> Refuse(Report report, CancellationToken ct)
    {
        if (report.Edition > 1 || tree.FindIn(report.Period, report.UnitId) is not { } unit)
            return null;
        return await Refuse(report.Form, report.Period, unit, report.SendBy, ct);
    }

    /// <summary>Why a unit cannot open its report for a period any more; null when it can.</summary>
    /// <param name="sendBy">The day by which the law wants it sent.</param>
    public async Task<Rejection?> Refuse(string form, Period period, UnitVersion unit, DateOnly? sendBy, CancellationToken ct)
    {
        var (owed, today) = (await duties.For(form, period, ct), clock.Today());
        if (owed.Request is { IsWithdrawn: true })
            return RefusedRequest.Withdrawn;
        if (Locked(owed.OpenUntil(unit, tree, sendBy), today) is not { } locked)
            return null;
        var isExcepted = await db
            .LockExceptions.Where(e => e.UnitId == unit.UnitId && e.RevokedAt == null && e.Until >= today)
            .Where(e => e.Form == form && e.Regime == period.Regime && e.PeriodKind == period.Kind)
            .AnyAsync(e => e.PeriodYear == period.Year && e.PeriodIndex == period.Index, ct);
        return isExcepted ? null : locked;
    }

    /// <param name="openUntil">The last day before the lock; null when there is none.</param>
    internal static Rejection? Locked(DateOnly? openUntil, DateOnly today) =>
        openUntil is { } last && last < today
            ? new(
                "reporting.period-locked",
                $"Kỳ báo cáo đã khóa sau ngày {last:dd/MM/yyyy}: đơn vị cần được cho phép thì mới mở, sửa hoặc gửi được.",
                $"The period locked after {last:yyyy-MM-dd}: the unit needs an exception to open, edit or send its report."
            )
            : null;
}
