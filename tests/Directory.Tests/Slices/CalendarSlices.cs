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
    }

    static Guid RootId => DanVan.Directory.Client.RootUnit.Id;
}
