using System.Text.Json;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

[Collection("directory")]
public class CalendarSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task The_end_of_a_limit_is_explained_day_by_day()
    {
        var (status, counted) = await directory.Root.Get("/api/v1/calendar/working-days?from=2026-04-24&add=3");
        Assert.Equal(200, status);
        Assert.Equal("2026-05-04", counted.Text("due"));
        Assert.Equal(
            ["WEEKEND", "HOLIDAY", "COMPENSATORY", "HOLIDAY", "HOLIDAY", "WEEKEND", "WEEKEND"],
            counted.GetProperty("skipped").EnumerateArray().Select(day => day.Text("type"))
        );
    }

    [Fact]
    public async Task Calendar_days_roll_over_what_is_not_worked() =>
        Assert.Equal(
            "2026-05-04",
            (await directory.Root.Get("/api/v1/calendar/working-days?from=2026-03-31&add=30&by=CALENDAR_DAYS")).Body.Text("due")
        );

    [Theory]
    [InlineData("from=2026-07-10&add=7", "2026-07-21", "2026-07-21")]
    [InlineData("from=2026-07-10&add=10", "2026-07-24", "2026-07-24")]
    [InlineData("from=2026-03-31&add=30&by=CALENDAR_DAYS", "2026-04-30", "2026-05-04")]
    [InlineData("from=2026-08-03&add=30&by=CALENDAR_DAYS", "2026-09-02", "2026-09-03")]
    [InlineData("from=2026-05-31&add=1&by=MONTHS", "2026-06-30", "2026-06-30")]
    [InlineData("from=2026-01-30&add=3&by=MONTHS", "2026-04-30", "2026-05-04")]
    public async Task The_date_of_the_law_stands_beside_the_date_it_moves_to(string query, string statutory, string due)
    {
        var (_, counted) = await directory.Root.Get($"/api/v1/calendar/working-days?{query}");
        Assert.Equal((statutory, due), (counted.Text("statutory"), counted.Text("due")));
    }

    [Fact]
    public async Task The_days_of_a_decision_are_one_version_and_one_event_with_the_dates_it_changed()
    {
        object Day(string date, string type, bool enabled = true) =>
            new
            {
                date,
                type,
                name = "Nghỉ Tết",
                decision = "Thông báo 1/TEST",
                enabled,
            };
        var before = (await directory.Root.Get("/api/v1/calendar/days?year=2028")).Body.Number("version");
        object[] days = [Day("2028-01-26", "HOLIDAY"), Day("2028-01-27", "HOLIDAY"), Day("2028-02-05", "SWAPPED_WORK")];
        var (status, version) = await directory.Root.Post("/api/v1/calendar/versions", new { days });
        Assert.Equal((200, before + 1), (status, version.Number("version")));
        Assert.Equal(3, version.GetProperty("changed").GetArrayLength());
        // What stands so already is no change: only the third day is another version.
        var (_, next) = await directory.Root.Post(
            "/api/v1/calendar/versions",
            new { days = days[..2].Append(Day("2028-02-05", "SWAPPED_WORK", false)) }
        );
        Assert.Equal(
            ("2028-02-05", before + 2),
            (Assert.Single(next.GetProperty("changed").EnumerateArray()).GetString(), next.Number("version"))
        );
        var (_, same) = await directory.Root.Post("/api/v1/calendar/versions", new { days = days[..2] });
        Assert.Equal((0, before + 2), (same.GetProperty("changed").GetArrayLength(), same.Number("version")));
        await Eventually.True(
            "an event of each of the two versions, with its days",
            async () =>
                await directory.Service.Database.Scalar<string>(
                    "select coalesce(string_agg(jsonb_array_length(data -> 'days')::text, ',' order by version), '') from chassis.journal where type = 'vn.danvan.directory.calendar-changed.v1' and version > $1",
                    before
                ) == "3,1"
        );
    }

    [Fact]
    public async Task A_version_with_one_wrong_day_sets_none()
    {
        object Day(string date, string type) =>
            new
            {
                date,
                type,
                name = "Thử",
                decision = "QĐ 1/TEST",
                enabled = true,
            };
        var (status, problem) = await directory.Root.Post(
            "/api/v1/calendar/versions",
            new { days = new[] { Day("2029-01-02", "HOLIDAY"), Day("2029-01-03", "SWAPPED_WORK") } }
        );
        Assert.Equal((400, "calendar.already-worked"), (status, problem.Text("code")));
        Assert.True(problem.GetProperty("errors").TryGetProperty("days[1].type", out _), problem.ToString());
        var (twice, repeated) = await directory.Root.Post(
            "/api/v1/calendar/versions",
            new { days = new[] { Day("2029-01-02", "HOLIDAY"), Day("2029-01-02", "HOLIDAY") } }
        );
        Assert.Equal((400, "calendar.twice"), (twice, repeated.Text("code")));
        Assert.Equal(0, (await directory.Root.Get("/api/v1/calendar/days?year=2029")).Body.GetProperty("days").GetArrayLength());
    }

    [Fact]
    public async Task A_day_that_is_set_counts_at_once_and_is_announced_with_its_version()
    {
        var before = (await directory.Root.Get("/api/v1/calendar/days?year=2027")).Body.GetProperty("version").GetInt32();
        var (status, day) = await directory.Root.Ask(
            HttpMethod.Put,
            "/api/v1/calendar/days/2027-03-15",
            new
            {
                type = "HOLIDAY",
                name = "Thử",
                decision = "QĐ 1/TEST",
                enabled = true,
            }
        );
        Assert.Equal(200, status);
        Assert.Equal(before + 1, day.GetProperty("version").GetInt32());
        Assert.Equal("2027-03-16", (await directory.Root.Get("/api/v1/calendar/working-days?from=2027-03-12&add=1")).Body.Text("due"));
        var data = await Eventually.Found(
            "the event of the changed calendar in the journal",
            async () =>
                await directory.Service.Database.Scalar<string>(
                    "select coalesce(max(data::text), '') from chassis.journal where type = 'vn.danvan.directory.calendar-changed.v1' and version = $1",
                    before + 1
                )
                    is { Length: > 0 } text
                    ? text
                    : null
        );
        Assert.Equal("2027-03-15", JsonSerializer.Deserialize<JsonElement>(data).GetProperty("days")[0].Text("date"));
    }

    [Fact]
    public async Task Only_the_root_sets_days()
    {
        var province = await directory.Province("30", "Lịch");
        var body = new
        {
            type = "HOLIDAY",
            name = "Thử",
            decision = "QĐ 1/TEST",
            enabled = true,
        };
        Assert.Equal(403, (await directory.As(province.Id()).Ask(HttpMethod.Put, "/api/v1/calendar/days/2027-03-22", body)).Status);
        Assert.Equal(
            403,
            (await directory.As(RootId, "directory.read").Ask(HttpMethod.Put, "/api/v1/calendar/days/2027-03-22", body)).Status
        );
        var days = new[]
        {
            new
            {
                date = "2027-03-22",
                body.type,
                body.name,
                body.decision,
                body.enabled,
            },
        };
        Assert.Equal(403, (await directory.As(province.Id()).Post("/api/v1/calendar/versions", new { days })).Status);
    }

    static Guid RootId => DanVan.Directory.Client.RootUnit.Id;
}
