using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What a newer version of the working calendar does to time limits, each on a service of its own: versions only go up.</summary>
public sealed class RecountTests : IAsyncLifetime
{
    readonly PetitionsRunning running = new();

    HttpClient clerk = null!;

    public async ValueTask InitializeAsync()
    {
        await running.InitializeAsync();
        clerk = running.Clerk;
    }

    public ValueTask DisposeAsync() => running.DisposeAsync();

    [Fact]
    public async Task A_newer_calendar_moves_the_limits_that_run_and_no_others_and_tells_of_it()
    {
        var open = await clerk.Received();
        var later = await clerk.Received(WithDate("2026-10-05"));
        var closed = await clerk.Received();
        await (await clerk.Post($"{Book}/{closed}/guidance", Steps.Body("guidance"))).Read();
        var suspended = await clerk.Accepted("KHIEU_NAI");
        await (await clerk.Post($"{Book}/{suspended}/suspension", Steps.Decided("2026-08-14"))).Read();
        await clerk.Take($"{Book}/{suspended}", "sendings", Steps.Sending("SIDE_DECISION", "2026-08-17"));
        Assert.Equal("2026-08-12", (await clerk.Get($"{Book}/{open}")).Text("dueOn")); // 7 working days from Monday 3 August

        await Off(version: 2, "2026-08-10", "2026-09-28");
        await Counted(version: 2);

        var moved = await clerk.Get($"{Book}/{open}");
        Assert.Equal(("2026-08-13", 2), (moved.Text("dueOn"), moved["deadline"]!["calendarVersion"]!.GetValue<int>()));
        Assert.Contains("10/08/2026 (Nghỉ thử)", moved["deadline"]!.Text("explanation"), StringComparison.Ordinal);
        Assert.Equal("KN.ACC 2026-08-12 2026-08-13 2", await Told(open));
        Assert.Equal("", await Told(later));
        Assert.Equal(1, (await clerk.Get($"{Book}/{later}"))["version"]!.GetValue<int>());
        var met = Assert.Single((await clerk.Get($"{Book}/{closed}/deadlines")).AsArray())!;
        Assert.Equal(("2026-08-12", 1), (met.Text("due"), met["calendarVersion"]!.GetValue<int>()));
        Assert.Equal("", await Told(closed));
        Assert.Equal("", await Told(suspended));
        var standing = (await clerk.Get($"{Book}/{suspended}/deadlines")).AsArray().Single(d => d!.Text("rule") == "KN.R1")!;
        Assert.Equal(1, standing["calendarVersion"]!.GetValue<int>());

        // 21 days are left on 7 September, and end on the day off.
        await (await clerk.Post($"{Book}/{suspended}/resumption", Steps.Decided("2026-09-07"))).Read();
        var resumed = await clerk.Take($"{Book}/{suspended}", "sendings", Steps.Sending("SIDE_DECISION", "2026-09-08"));
        Assert.Equal("2026-09-29", resumed.Text("dueOn"));
    }

    [Fact]
    public async Task A_day_that_was_off_and_is_worked_again_brings_the_limit_back()
    {
        var id = await clerk.Received(WithDate("2026-11-02"));
        await Off(version: 11, "2026-11-04");
        await Counted(version: 11);
        Assert.Equal("2026-11-12", (await clerk.Get($"{Book}/{id}")).Text("dueOn"));

        await running.Service.Database.Execute(
            "update directory.calendar_days set enabled = false, version = 12 where date = '2026-11-04'"
        );
        await Off(version: 12, "2027-01-01");
        await Counted(version: 12);

        Assert.Equal("2026-11-11", (await clerk.Get($"{Book}/{id}")).Text("dueOn"));
        Assert.Equal("KN.ACC 2026-11-11 2026-11-12 11, KN.ACC 2026-11-12 2026-11-11 12", await Told(id));
    }

    static System.Text.Json.Nodes.JsonObject WithDate(string receivedOn)
    {
        var paper = Paper();
        paper["receivedOn"] = receivedOn;
        return paper;
    }

    Task<int> Off(int version, params DateOnly[] days) =>
        running.Service.Database.Execute(
            "insert into directory.calendar_days (date, type, name, decision, version, enabled) select d, 'HOLIDAY', 'Nghỉ thử', null, $1, true from unnest($2) d",
            version,
            days
        );

    Task<int> Off(int version, params string[] days) => Off(version, [.. days.Select(Rules.Days.Date)]);

    Task Counted(int version) =>
        Eventually.True(
            $"everything that runs counted by version {version}",
            () =>
                running.Service.Database.Scalar<bool>(
                    "select not exists (select from deadlines where met_on is null and not superseded and suspended_on is null and calendar_version < $1)",
                    version
                )
        );

    /// <summary>What was told of limits that moved: rule, day before, day after, version.</summary>
    Task<string> Told(string petition) =>
        running.Service.Database.Scalar<string>(
            """
            select coalesce(string_agg(concat_ws(' ', m ->> 'ruleId', m ->> 'previousDueOn', m ->> 'dueOn', data ->> 'calendarVersion'), ', ' order by version), '')
            from (
                select subject, version, type, data from chassis.outbox union all select subject, version, type, data from chassis.journal
            ) announced, jsonb_array_elements(data -> 'moved') m where subject = $1 and type like '%deadlines-recounted%'
            """,
            $"petition/{petition}"
        );
}
