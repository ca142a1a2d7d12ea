using System.Net.Http.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Another service keeps its own replica by events, catches up by itself, and works from it while the directory is down.</summary>
public class ReplicaSlices
{
    static readonly Dictionary<string, string> Often = new() { ["Replica__AskEvery"] = "00:00:01" };

    [Fact]
    public async Task A_service_learns_the_units_and_the_calendar_and_works_from_them_while_the_directory_is_down()
    {
        await using var platform = await TestPlatform.Start("directory", "petitions");
        var (directory, petitions) = (platform["directory"], platform["petitions"]);
        var province = await Province(directory, "98");
        await Eventually.True(
            "the province under the root in the replica of petitions",
            async () =>
                await petitions.Database.Scalar<bool>(
                    "select exists (select from directory.unit_versions v join directory.unit_ancestors a using (unit_id) where v.code = '98' and ancestor_id = $1)",
                    RootUnit.Id
                )
        );
        await SameCalendar(directory, petitions);

        await directory.Stop();
        await petitions.Restart();
        using var clerk = petitions.As(province, "petitions.read", "petitions.write");
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var received = await clerk.PostAsJsonAsync(
            "/api/v1/petitions",
            new
            {
                kind = "KHIEU_NAI",
                channel = "BUU_CHINH",
                field = "HANH_CHINH",
                receivedOn = "2026-07-10",
                summary = "Đề nghị xem xét lại quyết định thu hồi đất.",
            }
        );
        var petition = await received.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.True(received.IsSuccessStatusCode, petition.ToString());
        // Seven working days by the calendar that petitions keeps itself.
        Assert.Contains("2026-07-21", petition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_service_is_filled_by_itself_with_what_was_announced_before_it_was_there()
    {
        await using var platform = await TestPlatform.Start("directory");
        var directory = platform["directory"];
        for (var i = 0; i < 30; i++)
            await Province(directory, $"{60 + i}");
        await OfficeHolder(directory);
        await Eventually.True("everything published", async () => await Unpublished(directory) == 0);
        var petitions = await platform.Add("petitions");
        await SameUnits(directory, petitions);
        await SameCalendar(directory, petitions);
        await SamePeople(directory, petitions);
    }

    [Fact]
    public async Task A_service_that_was_there_first_is_filled_when_the_directory_comes_up()
    {
        await using var platform = await TestPlatform.Start("directory");
        var directory = platform["directory"];
        await Province(directory, "97");
        await Eventually.True("everything published", async () => await Unpublished(directory) == 0);
        await directory.Stop();
        var petitions = await platform.Add("petitions");
        Assert.Equal(0, await petitions.Database.Scalar<long>("select count(*) from directory.units"));
        await directory.Restart();
        await SameUnits(directory, petitions);
    }

    [Fact]
    public async Task A_replica_that_lost_something_gets_it_again()
    {
        await using var platform = await TestPlatform.Start(["directory", "petitions"], Often);
        var (directory, petitions) = (platform["directory"], platform["petitions"]);
        var (lost, stale) = (await Province(directory, "96"), await Province(directory, "95"));
        await OfficeHolder(directory);
        await SameUnits(directory, petitions);
        await SamePeople(directory, petitions);
        await petitions.Database.Execute("delete from directory.people");
        await petitions.Database.Execute("update directory.positions set version = 0");
        await petitions.Database.Execute("delete from directory.units where id = $1", lost);
        await petitions.Database.Execute("update directory.units set version = 0 where id = $1", stale);
        await petitions.Database.Execute("delete from directory.unit_ancestors where unit_id = any ($1)", new[] { lost, stale });
        await petitions.Database.Execute("delete from directory.calendar_days where date = '2026-04-30'");
        await SameUnits(directory, petitions);
        await SameCalendar(directory, petitions);
        await SamePeople(directory, petitions);
        Assert.Equal(
            2,
            await petitions.Database.Scalar<long>(
                "select count(*) from directory.unit_ancestors where unit_id = any ($1) and ancestor_id = $2",
                new[] { lost, stale },
                RootUnit.Id
            )
        );
    }

    [Fact]
    public async Task A_replica_that_has_everything_is_sent_nothing()
    {
        await using var platform = await TestPlatform.Start(["directory", "petitions"], Often);
        var (directory, petitions) = (platform["directory"], platform["petitions"]);
        await Province(directory, "94");
        await SameUnits(directory, petitions);
        await SameCalendar(directory, petitions);
        // From here on the log tells of whatever is sent; three questions are three seconds.
        var before = Sent();
        var asked = await Delivered();
        await Eventually.True("three more questions", async () => await Delivered() >= asked + 3, TimeSpan.FromSeconds(60));
        Assert.Equal(before, Sent());

        int Sent() =>
            File.ReadLines(directory.LogFile).Count(line => line.Contains("were sent to the replica of", StringComparison.Ordinal));

        async Task<long> Delivered()
        {
            using var management = (await PlatformServers.Running()).Rabbit.Management();
            var queue = await management.GetFromJsonAsync<System.Text.Json.JsonElement>(
                $"api/queues/{Uri.EscapeDataString(platform.Broker.VirtualHost)}/directory.replica-asked"
            );
            return queue.TryGetProperty("message_stats", out var stats) && stats.TryGetProperty("ack", out var acks) ? acks.GetInt64() : 0;
        }
    }

    static async Task<Guid> Province(ServiceProcess directory, string code)
    {
        using var root = directory.As(RootUnit.Id, "directory.read", "directory.write");
        using var created = await root.PostAsJsonAsync("/api/v1/units", DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Thử", code));
        var unit = await created.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.True(created.IsSuccessStatusCode, unit.ToString());
        return unit.Id();
    }

    static Task<long> Unpublished(ServiceProcess directory) =>
        directory.Database.Scalar<long>(
            "select (select count(*) from chassis.outbox) + (select max(sequence) from chassis.journal) - published from chassis.checkpoint"
        );

    static Task SameUnits(ServiceProcess directory, ServiceProcess petitions) =>
        Eventually.True(
            "the same units in the same versions, all under the root",
            async () =>
                await directory.Database.Scalar<string>("select string_agg(id || ':' || version, ',' order by id) from units")
                    == await petitions.Database.Scalar<string>(
                        "select coalesce(string_agg(id || ':' || version, ',' order by id), '') from directory.units"
                    )
                && await petitions.Database.Scalar<bool>(
                    "select count(*) = (select count(*) from directory.units) from directory.unit_ancestors where ancestor_id = $1",
                    RootUnit.Id
                ),
            TimeSpan.FromSeconds(60)
        );

    static Task SameCalendar(ServiceProcess directory, ServiceProcess petitions) =>
        Eventually.True(
            "every day of the calendar in the replica of petitions",
            async () =>
                await petitions.Database.Scalar<long>("select count(*) from directory.calendar_days")
                == await directory.Database.Scalar<long>("select count(*) from calendar_days")
        );

    /// <summary>The same people and positions in the same versions, and some of each.</summary>
    static async Task SamePeople(ServiceProcess directory, ServiceProcess petitions)
    {
        foreach (var table in new[] { "people", "positions" })
        {
            var all = await directory.Database.Scalar<string>($"select string_agg(id || ':' || version, ',' order by id) from {table}");
            await Eventually.True(
                $"the same {table} in the same versions",
                async () =>
                    await petitions.Database.Scalar<string>(
                        $"select coalesce(string_agg(id || ':' || version, ',' order by id), '') from directory.{table}"
                    ) == all,
                TimeSpan.FromSeconds(60)
            );
        }
    }

    static async Task<(Guid Person, Guid Position)> OfficeHolder(ServiceProcess directory, bool isPublic = true)
    {
        using var root = directory.As(RootUnit.Id, "directory.read", "directory.write", "people.write");
        var person = await root.Post(
            "/api/v1/people",
            new
            {
                unitId = RootUnit.Id,
                name = "Nguyễn Văn Thử",
                isPublic,
            }
        );
        var position = await root.Post(
            $"/api/v1/people/{person.Body.Id()}/positions",
            new
            {
                unitId = RootUnit.Id,
                title = "Trưởng Ban",
                from = "2021-04-01",
                basis = "QĐ 1/TEST",
            }
        );
        return (person.Body.Id(), position.Body.Id());
    }

    [Fact]
    public async Task A_service_learns_the_office_holders_and_the_name_of_those_alone_that_are_public()
    {
        await using var platform = await TestPlatform.Start("directory", "petitions");
        var (directory, petitions) = (platform["directory"], platform["petitions"]);
        var (known, hidden) = (await OfficeHolder(directory), await OfficeHolder(directory, isPublic: false));
        await SamePeople(directory, petitions);
        foreach (var (holder, name) in new[] { (known, "Nguyễn Văn Thử"), (hidden, "") })
        {
            Assert.Equal(
                name,
                await petitions.Database.Scalar<string>(
                    "select coalesce(holder_name, '') from directory.positions where id = $1",
                    holder.Position
                )
            );
            Assert.Equal(
                name,
                await petitions.Database.Scalar<string>("select coalesce(name, '') from directory.people where id = $1", holder.Person)
            );
        }
    }
}
