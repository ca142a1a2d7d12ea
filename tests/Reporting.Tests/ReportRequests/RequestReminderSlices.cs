using System.Text.Json;
using DanVan.Chassis;
using DanVan.Support;

namespace DanVan.Reporting.Tests.ReportRequests;

/// <summary>Whoever is asked is reminded, each once, on a service that looks often and far.</summary>
public sealed class RequestReminderSlices : IAsyncLifetime
{
    static readonly Dictionary<string, string> often = new()
    {
        ["Reminders__LookEvery"] = "00:00:00.2",
        ["Reminders__DaysBefore"] = "366",
        ["Reminders__DaysAfter"] = "366",
    };
    static readonly DateOnly today = TimeProvider.System.Today();

    readonly ReportingRunning running = new();

    public ValueTask InitializeAsync() => running.InitializeAsync();

    public ValueTask DisposeAsync() => running.DisposeAsync();

    [Fact]
    public async Task Who_is_asked_and_has_not_sent_is_told_once_and_of_what_was_withdrawn_nobody()
    {
        await using var province = await Province.Founded(running);
        var further = await province.FurtherCommune();
        var soon = await Asked(province, today.AddDays(20), province.Commune, province.OtherCommune);
        var over = await Asked(province, today.AddDays(20), province.Commune);
        var withdrawn = await Asked(province, today.AddDays(20), province.Commune);
        await province.Send(soon, province.OtherCommune, 5);
        await province.Clerk.Withdraw(withdrawn.Id()).Taken();
        await running.Reporting.Database.Execute("update report_requests set send_by = $2 where id = $1", over.Id(), today.AddDays(-20));

        await running.Reporting.Restart(often);
        await Told(soon, $"report-due-soon {province.Commune}");
        await Told(over, $"report-overdue {province.Commune}");
        Assert.Equal("", await Reminders(withdrawn));

        // Looked again since: the one that came later is told, and the others still once.
        var later = await Asked(province, today.AddDays(30), further);
        await Told(later, $"report-due-soon {further}");
        Assert.Equal($"report-due-soon {province.Commune}", await Reminders(soon));
        Assert.Equal($"report-overdue {province.Commune}", await Reminders(over));
        Assert.Equal("", await Reminders(withdrawn));
    }

    static Task<JsonElement> Asked(Province province, DateOnly sendBy, params Guid[] units) =>
        province.Clerk.Asked(Asking.Body(units: units, from: "2025-01-01", to: "2025-06-30", sendBy: $"{sendBy:yyyy-MM-dd}"));

    Task Told(JsonElement request, string what) => Eventually.True(what, async () => await Reminders(request) == what);

    Task<string> Reminders(JsonElement request) =>
        running.Reporting.Database.Scalar<string>(
            """
            select coalesce(string_agg(concat_ws(' ', split_part(type, '.', 4), unit), ', ' order by type, unit), '')
            from (select type, unit, data from chassis.journal union all select type, unit, data from chassis.outbox) told
            where type like '%.reporting.report-%' and type ~ '(due-soon|overdue)' and data ->> 'regime' = 'ADHOC' and (data ->> 'periodIndex')::int = $1
            """,
            request.Index()
        );
}
