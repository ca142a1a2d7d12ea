using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Reminders;

/// <summary>
/// Reminds units of reports that they owe and have not sent: some days before the day by which they are sent, and once that has passed. What was told is a row
/// that commits with its event, and of which there is one: several instances share the work, and whoever is killed has told it or has not.
/// </summary>
sealed class RemindOfReports(
    IServiceScopeFactory scopes,
    IOptions<ReminderOptions> options,
    DutyCatalogue duties,
    RegimeCatalogue regimes,
    UnitTree tree,
    TimeProvider clock,
    ILogger<RemindOfReports> log
) : BackgroundService
{
    /// <summary>Units in a transaction.</summary>
    const int Batch = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    async Task Look(CancellationToken ct)
    {
        try
        {
            var today = clock.Today();
            var owed = DueReport.On(today, options.Value, duties, regimes);
            var asked = DueReport.On(today, options.Value, await Standing(today, ct));
            foreach (var due in owed.Concat(asked))
                while (await RemindSome(due, ct) == Batch)
                    ct.ThrowIfCancellationRequested();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: nothing was saved, and the next look finds it again.
            log.LogWarning("Units could not be reminded of their reports now: {Reason}", failure.Message);
        }
    }

    /// <summary>Requests that may be due; withdrawn ones remind nobody.</summary>
    async Task<IReadOnlyList<ReportRequest>> Standing(DateOnly today, CancellationToken ct)
    {
        var (first, last) = (today.AddDays(-options.Value.DaysAfter), today.AddDays(options.Value.DaysBefore));
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ReportingDb>()
            .ReportRequests.AsNoTracking()
            .Where(request => request.WithdrawnAt == null && first <= request.SendBy && request.SendBy <= last)
            .ToListAsync(ct);
    }

    /// <summary>How many units were reminded.</summary>
    async Task<int> RemindSome(DueReport due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var reminded = await Record(db, due, ct);
        if (reminded.Count == 0)
            return 0;
        await db.AnnounceAll(reminded.Select(reminder => ((ISubject)reminder, Told(due, reminder))), ct);
        await transaction.CommitAsync(ct);
        log.LogInformation("{Count} units were reminded of {Form}: {What}", reminded.Count, due.Form, due.What);
        return reminded.Count;
    }

    /// <summary>Units that owe it, as the tree stood on the last day of the period, have not sent it, and were not told.</summary>
    Task<List<ReportReminder>> Record(ReportingDb db, DueReport due, CancellationToken ct)
    {
        var (period, kinds, what) = (due.Period, due.Kinds.ToArray(), EnumNames.Of(due.What));
        var periodKind = EnumNames.Of(period.Kind);
        var (levels, days) = (due.SendingDays.Select(one => one.Level).ToArray(), due.SendingDays.Select(one => one.Day).ToArray());
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        Guid[]? asked = due.Request is { } request ? [.. request.Asked(tree).Select(unit => unit.UnitId)] : null;
        Guid[] ids = [.. Enumerable.Range(0, Batch).Select(_ => Guid.CreateVersion7(now))];
        return db
            .Database.SqlQuery<ReportReminder>(
                $"""
                with owed as (
                    select v.unit_id, sending.day, row_number() over (order by v.unit_id) as n
                    from directory.unit_versions v
                    cross join lateral (
                        select s.day from unnest({levels}, {days}) as s (level, day)
                        where s.level = v.level or s.level is null order by s.level nulls last limit 1
                    ) sending
                    where v.kind = any ({kinds}) and v.valid_from <= {period.To} and (v.valid_to is null or v.valid_to > {period.To})
                        and sending.day between {due.First} and {due.Last}
                        and ({asked}::uuid[] is null or v.unit_id = any ({asked}))
                        and not exists (
                            select from reports r where r.form = {due.Form} and r.regime = {period.Regime} and r.period_kind = {periodKind}
                                and r.period_year = {period.Year} and r.period_index = {period.Index}
                                and r.unit_id = v.unit_id and r.first_sent_on is not null
                        )
                        and not exists (
                            select from report_reminders t where t.form = {due.Form} and t.regime = {period.Regime} and t.period_kind = {periodKind}
                                and t.period_year = {period.Year} and t.period_index = {period.Index} and t.what = {what} and t.unit_id = v.unit_id
                        )
                    order by v.unit_id limit {Batch}
                )
                insert into report_reminders
                    (id, what, form, regime, period_kind, period_year, period_index, unit_id, send_by, told_on)
                select ids.id, {what}, {due.Form}, {period.Regime}, {periodKind}, {period.Year}, {period.Index}, owed.unit_id, owed.day, {today}
                from owed join unnest({ids}) with ordinality as ids (id, n) using (n)
                on conflict do nothing
                returning id as "Id", unit_id as "UnitId", send_by as "SendBy", 0 as "Version"
                """
            )
            .ToListAsync(ct);
    }

    static object Told(DueReport due, ReportReminder reminder)
    {
        var (period, kind) = (due.Period, EnumNames.Of(due.Period.Kind));
        return due.What is ReminderKind.DueSoon
            ? new ReportDueSoon(
                reminder.Id,
                reminder.UnitId,
                due.Form,
                period.Regime,
                kind,
                period.Year,
                period.Index,
                period.From,
                period.To,
                reminder.SendBy
            )
            : new ReportOverdue(
                reminder.Id,
                reminder.UnitId,
                due.Form,
                period.Regime,
                kind,
                period.Year,
                period.Index,
                period.From,
                period.To,
                reminder.SendBy
            );
    }
}
