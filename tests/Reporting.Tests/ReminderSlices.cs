using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Reporting.Periods;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>Units are reminded of what they owe, each once, on a service that looks often and a year around.</summary>
public sealed class ReminderSlices : IAsyncLifetime
{
    static readonly Dictionary<string, string> often = new()
    {
        ["Reminders__LookEvery"] = "00:00:00.2",
        ["Reminders__DaysBefore"] = "366",
        ["Reminders__DaysAfter"] = "366",
    };
    static readonly DateOnly today = TimeProvider.System.Today();

    // Far enough from today that the turn of a day during the test moves neither.
    static readonly Period over = Quarters().Last(quarter => SendBy(quarter) < today.AddDays(-20));
    static readonly Period soon = Quarters().First(quarter => SendBy(quarter) > today.AddDays(20));

    readonly ReportingRunning running = new();

    public ValueTask InitializeAsync() => running.InitializeAsync();

    public ValueTask DisposeAsync() => running.DisposeAsync();

    [Fact]
    public async Task Whoever_owes_and_has_not_sent_is_told_once_by_two_instances_after_a_kill_and_a_restart()
    {
        await using var province = await Province.Founded(running);
        foreach (var period in new[] { over, soon })
            await Send(province, period);

        await using (await running.Reporting.Replica(often))
        {
            await running.Reporting.Restart(often);
            await Told(province.OtherCommune, "report-overdue", over);
            await Told(province.OtherCommune, "report-due-soon", soon);
        }
        await Told(province.Id, "report-overdue", over);
        Assert.Equal(0, await Count(province.Commune, "report-overdue", over));
        Assert.Equal(0, await Count(province.Commune, "report-due-soon", soon));
        Assert.Equal(0, await Count(province.OtherCommune, "report-due-soon", over));

        await running.Reporting.Kill();
        await running.Reporting.Restart(often);
        await using var later = await Province.Founded(running);
        await Told(later.Commune, "report-overdue", over);
        await Told(later.Commune, "report-due-soon", soon);

        Assert.Equal(1, await Count(province.OtherCommune, "report-overdue", over));
        Assert.Equal(1, await Count(province.OtherCommune, "report-due-soon", soon));
        // What was recorded and what was announced are the same, each once.
        Assert.Equal(
            "0 1",
            await running.Reporting.Database.Scalar<string>(
                $"""
                select concat_ws(' ', (select count(*) from report_reminders) - count(*), max(told.times))
                from (select count(*) over (partition by subject) as times from {Events} where subject like 'report-reminder/%') told
                """
            )
        );
    }

    [Fact]
    public async Task A_reminder_says_what_is_owed_by_when_and_belongs_to_the_unit()
    {
        await using var province = await Province.Founded(running);
        await running.Reporting.Restart(often);
        await Told(province.Id, "report-due-soon", soon);

        // A province has three days more than its communes.
        Assert.Equal(
            $"TTCP_TCD TTCP_06_2025 QUARTER {soon.Year} {soon.Index} {soon.From:yyyy-MM-dd} {soon.To:yyyy-MM-dd} {SendBy(soon).AddDays(3):yyyy-MM-dd} {province.Id}",
            await running.Reporting.Database.Scalar<string>(
                $"""
                select concat_ws(' ', data ->> 'form', data ->> 'regime', data ->> 'periodKind', data ->> 'periodYear', data ->> 'periodIndex',
                    data ->> 'periodFrom', data ->> 'periodTo', data ->> 'sendBy', unit)
                from {Events} where {Of}
                """,
                province.Id,
                "report-due-soon",
                soon.Year,
                soon.Index
            )
        );
    }

    [Fact]
    public async Task A_unit_that_had_ended_owes_nothing_and_is_reminded_of_nothing()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: over.To);
        await running.Reporting.Restart(often);
        await Told(province.Commune, "report-overdue", over);
        Assert.Equal(0, await Count(province.OtherCommune, "report-overdue", over));
    }

    [Fact]
    public async Task More_units_than_a_batch_holds_are_all_told()
    {
        const int units = 2_500;
        await running.Reporting.Database.Execute(
            """
            with created as (
                insert into directory.units (id, version, predecessors, revision) select gen_random_uuid(), 1, '{}', 0 from generate_series(1, $1) returning id
            )
            insert into directory.unit_versions (unit_id, valid_from, name, full_name, kind, level)
            select id, '2000-01-01', 'Xã', 'Xã', 'COMMUNE', 'COMMUNE' from created
            """,
            units
        );
        await running.Reporting.Restart(often);

        await Eventually.True(
            "all units to be told",
            async () =>
                await running.Reporting.Database.Scalar<long>(
                    $"""
                    select count(distinct unit) from {Events}
                    where type like '%.report-overdue.v1' and data ->> 'periodKind' = 'QUARTER'
                        and (data ->> 'periodYear')::int = $1 and (data ->> 'periodIndex')::int = $2
                    """,
                    over.Year,
                    over.Index
                ) == units
        );
    }

    const string Events = """
        (select type, subject, unit, data from chassis.journal union all select type, subject, unit, data from chassis.outbox) events
        """;

    const string Of = """
        data ->> 'unitId' = $1::text and split_part(type, '.', 4) = $2
            and data ->> 'periodKind' = 'QUARTER' and (data ->> 'periodYear')::int = $3 and (data ->> 'periodIndex')::int = $4
        """;

    Task Told(Guid unit, string what, Period period) =>
        Eventually.True($"{unit} to be told {what}", async () => await Count(unit, what, period) > 0);

    Task<long> Count(Guid unit, string what, Period period) =>
        running.Reporting.Database.Scalar<long>($"select count(*) from {Events} where {Of}", unit, what, period.Year, period.Index);

    static async Task Send(Province province, Period period)
    {
        var report = await province.Open(province.Commune, "QUARTER", period.Year, period.Index, "TTCP_06_2025", "TTCP_TCD");
        await province.Change(HttpMethod.Post, report, "submission");
        var sent = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}");
        Assert.Equal("SUBMITTED", sent.GetProperty("state").GetString());
    }

    static IEnumerable<Period> Quarters() =>
        Enumerable
            .Range(today.Year - 1, 3)
            .SelectMany(year => RegimeCatalogue.Shipped().Of("TTCP_06_2025", year))
            .Where(period => period.Kind is PeriodKind.Quarter)
            .OrderBy(period => period.To);

    static DateOnly SendBy(Period period) => RegimeCatalogue.Shipped().SendingDays(period).Of("COMMUNE")!.Value;
}
