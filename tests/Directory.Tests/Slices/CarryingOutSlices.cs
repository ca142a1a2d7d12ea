using System.Text.Json;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Support;
using Npgsql;
using static DanVan.Directory.Tests.Slices.ReorganisationBodies;

namespace DanVan.Directory.Tests.Slices;

/// <summary>The day comes: each on a directory of its own, whose clock is moved.</summary>
public class CarryingOutSlices
{
    static readonly DateOnly Today = TimeProvider.System.Today();
    static readonly DateOnly TheDay = Today.AddDays(10);

    [Fact]
    public async Task It_is_carried_out_on_its_day_and_not_before_and_late_when_nobody_ran()
    {
        await using var platform = await TestPlatform.Start(["directory"], Settings);
        var directory = platform["directory"];
        using var root = Root(directory);
        var (province, one, other) = await Province(root);
        var committee = await root.Made("PEOPLES_COMMITTEE", one);
        var merged = Guid.CreateVersion7();
        var id = await root.Signed(Draft(TheDay, Merge(province, "82001", merged, [one, other])));
        var follows = await root.Signed(Draft(TheDay.AddDays(2), Rename(merged, "Sau này")));

        await directory.Restart(At(days: 9));
        await HasLooked(directory);
        Assert.Equal("SIGNED", await root.State(id));

        await directory.Restart(At(days: 10));
        await CarriedOut(root, id);
        Assert.Equal("SIGNED", await root.State(follows));
        var unit = (await root.Get($"/api/v1/units/{merged}?asOf={TheDay:yyyy-MM-dd}")).Body;
        Assert.Equal(("82001", "Xã Mới", "NQ 7/TEST"), (unit.Text("code"), unit.Text("fullName"), unit.Text("legalBasis")));
        Assert.Equal(404, (await root.Get($"/api/v1/units/{one}?asOf={TheDay:yyyy-MM-dd}")).Status);
        Assert.Equal(200, (await root.Get($"/api/v1/units/{one}?asOf={TheDay.AddDays(-1):yyyy-MM-dd}")).Status);
        Assert.Equal($"{merged}", (await root.Get($"/api/v1/units/{committee}?asOf={TheDay:yyyy-MM-dd}")).Body.Text("parentId"));

        await directory.Restart(At(days: 20));
        await CarriedOut(root, follows);
        Assert.Equal("Xã Sau này", (await root.Get($"/api/v1/units/{merged}?asOf={TheDay.AddDays(2):yyyy-MM-dd}")).Body.Text("fullName"));
        Assert.Equal("Xã Mới", (await root.Get($"/api/v1/units/{merged}?asOf={TheDay.AddDays(1):yyyy-MM-dd}")).Body.Text("fullName"));
        await EachUnitIsAnnouncedOnceForEveryVersion(directory, one, other, merged, committee);
    }

    [Fact]
    public async Task A_split_is_carried_out_once_and_tells_its_parts_and_the_one_that_goes_on()
    {
        await using var platform = await TestPlatform.Start(["directory"], Settings);
        var directory = platform["directory"];
        using var root = Root(directory);
        var (_, one, other) = await Province(root);
        var committee = await root.Made("PEOPLES_COMMITTEE", one);
        var (seat, part, left, right) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var draft = Draft(
            TheDay,
            Split(one, ("82001", seat), ("82003", part), heir: part, committee),
            Split(other, ("82002", left), ("82004", right))
        );
        var id = await root.Signed(draft);

        await directory.Stop();
        var starting = directory.Restart(At(days: 10));
        await using var replica = await directory.Replica(At(days: 10));
        await starting;
        await CarriedOut(root, id);

        var unit = (await root.Get($"/api/v1/units/{seat}?asOf={TheDay:yyyy-MM-dd}")).Body;
        Assert.Equal(("82001", "SPLIT", "NQ 7/TEST"), (unit.Text("code"), unit.Text("change"), unit.Text("legalBasis")));
        Assert.Equal(404, (await root.Get($"/api/v1/units/{one}?asOf={TheDay:yyyy-MM-dd}")).Status);
        Assert.Equal($"{seat}", (await root.Get($"/api/v1/units/{committee}?asOf={TheDay:yyyy-MM-dd}")).Body.Text("parentId"));
        await EachUnitIsAnnouncedOnceForEveryVersion(directory, one, other, committee, seat, part, left, right);
        var told = await directory.Database.Scalar<string>(
            "select string_agg(data ->> 'endings', '') from chassis.journal where type = 'vn.danvan.directory.reorganisation-carried-out.v1'"
        );
        var endings = JsonSerializer.Deserialize<JsonElement>(told!).EnumerateArray().ToDictionary(ending => ending.Text("unitId")!);
        Assert.Equal([seat, part], Successors(endings[$"{one}"]));
        Assert.Equal($"{part}", endings[$"{one}"].Text("heirId"));
        Assert.Equal([left, right], Successors(endings[$"{other}"]));
        Assert.False(endings[$"{other}"].TryGetProperty("heirId", out _));

        // The same once more: all its units are there already.
        var (status, problem) = await root.Send(HttpMethod.Post, "/", draft);
        Assert.Equal((409, "units.already-ended"), (status, problem.GetProperty("items")[0].Text("rule")));

        static IEnumerable<Guid> Successors(JsonElement ending) =>
            ending.GetProperty("successorIds").EnumerateArray().Select(successor => successor.GetGuid());
    }

    [Fact]
    public async Task Two_replicas_carry_it_out_once()
    {
        await using var platform = await TestPlatform.Start(["directory"], Settings);
        var directory = platform["directory"];
        using var root = Root(directory);
        var (province, one, other) = await Province(root);
        List<Guid> plans = [];
        for (var i = 0; i < 5; i++)
            plans.Add(await root.Signed(Draft(TheDay.AddDays(i), Rename(i % 2 == 0 ? one : other, $"Lần {i}"))));

        await directory.Stop();
        var starting = directory.Restart(At(days: 30));
        await using var replica = await directory.Replica(At(days: 30));
        await starting;

        foreach (var plan in plans)
            await CarriedOut(root, plan);
        await EachUnitIsAnnouncedOnceForEveryVersion(directory, one, other);
        Assert.Equal(
            5,
            await Journalled(
                directory,
                "select count(*) from chassis.journal where type = 'vn.danvan.directory.reorganisation-carried-out.v1'"
            )
        );
    }

    [Fact]
    public async Task A_process_that_is_killed_in_the_middle_has_done_nothing_and_the_next_one_does_it_once()
    {
        await using var platform = await TestPlatform.Start(["directory"], Settings);
        var directory = platform["directory"];
        using var root = Root(directory);
        var (province, one, other) = await Province(root);
        var id = await root.Signed(Draft(TheDay, Merge(province, "82001", one, other)));

        await using (var connection = await directory.Database.Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            // The units are taken out before they are put in anew: here that waits, with their events already written.
            await using (var hold = new NpgsqlCommand("lock table unit_predecessors in access exclusive mode", connection, transaction))
                await hold.ExecuteNonQueryAsync();
            var starting = directory.Restart(At(days: 10));
            await Eventually.True(
                "the reorganisation to be stuck in the middle",
                async () =>
                    await directory.Database.Scalar<long>(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%unit_predecessors%'"
                    ) > 0
            );
            await directory.Kill();
            await starting.ContinueWith(_ => { }, TaskScheduler.Default);
            await transaction.RollbackAsync();
        }
        Assert.Equal(0, await Journalled(directory, "select count(*) from unit_periods where legal_basis = 'NQ 7/TEST'"));

        await directory.Restart(At(days: 10));
        await CarriedOut(root, id);
        await EachUnitIsAnnouncedOnceForEveryVersion(directory, one, other);
        Assert.Equal(3, await Journalled(directory, "select count(*) from chassis.journal where data ->> 'change' = 'MERGE'"));
    }

    [Fact]
    public async Task What_the_registry_no_longer_allows_is_held_up_and_tried_again_when_the_registry_has_changed()
    {
        await using var platform = await TestPlatform.Start(["directory"], Settings);
        var directory = platform["directory"];
        using var root = Root(directory);
        var (_, one, _) = await Province(root);
        var id = await root.Signed(Draft(TheDay, Abolish(one)));
        var body = await root.Made("PARTY_COMMITTEE", one);

        await directory.Restart(At(days: 11));
        await Eventually.True(
            "the reorganisation to be held up",
            async () =>
                (await root.Send(HttpMethod.Get, $"/{id}").Done()).GetProperty("heldUpBy") is { ValueKind: JsonValueKind.Array } obstacles
                && obstacles.GetArrayLength() == 1
                && obstacles[0].Text("rule") == "units.has-units-below"
        );
        var revision = await Journalled(directory, "select revision::bigint from registry");
        await HasLooked(directory);
        Assert.Equal(revision, await Journalled(directory, "select revision::bigint from registry"));
        Assert.Equal(
            1,
            await Journalled(directory, "select count(*) from chassis.journal where type = 'vn.danvan.directory.reorganisation-held-up.v1'")
        );

        await root.Post($"/api/v1/units/{body}/abolition", new { on = TheDay, legalBasis = "NQ 8/TEST" });
        await CarriedOut(root, id);
        Assert.Equal(0, (await root.Send(HttpMethod.Get, $"/{id}").Done()).GetProperty("heldUpBy").GetArrayLength());
    }

    [Fact]
    public async Task A_setting_that_makes_no_sense_stops_the_start_with_a_sentence()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var platform = await TestPlatform.Start(
                ["directory"],
                new Dictionary<string, string> { ["Reorganisations__ImpactLimit"] = "-00:01:00" }
            );
        });
        Assert.Contains("ImpactLimit", refused.ToString(), StringComparison.Ordinal);
    }

    static HttpClient Root(ServiceProcess directory) =>
        directory.WithToken(
            TestTokens.Create(
                RootUnit.Id,
                ["directory.read", "directory.write", "directory.reorganise"],
                new() { Lifetime = TimeSpan.FromDays(100) }
            )
        );

    static async Task<(Guid Province, Guid One, Guid Other)> Province(HttpClient root)
    {
        var province = await root.Made("PROVINCE", RootUnit.Id, "82");
        return (province, await root.Made("COMMUNE", province, "82001"), await root.Made("COMMUNE", province, "82002"));
    }

    static Dictionary<string, string> At(int days) => new(Settings) { ["Clock__Offset"] = $"{days}.00:00:00" };

    static Task CarriedOut(HttpClient root, Guid id) =>
        Eventually.True($"reorganisation {id} carried out", async () => await root.State(id) == "CARRIED_OUT");

    /// <summary>Ten looks and more have gone by: the tables have been asked for due reorganisations again and again.</summary>
    static async Task HasLooked(ServiceProcess directory)
    {
        var before = await Looks(directory);
        await Eventually.True("ten looks for due reorganisations", async () => await Looks(directory) > before + 10);
    }

    static Task<long> Looks(ServiceProcess directory) =>
        directory.Database.Scalar<long>(
            "select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_user_tables where relname = 'reorganisation_plans'"
        );

    static Task<long> Journalled(ServiceProcess directory, string sql) => directory.Database.Scalar<long>(sql);

    static Task EachUnitIsAnnouncedOnceForEveryVersion(ServiceProcess directory, params Guid[] units) =>
        Eventually.True(
            "one event for every version of each unit",
            async () =>
                await directory.Database.Scalar<bool>(
                    """
                    select bool_and(u.version = (select count(*) from chassis.journal where subject = 'unit/' || u.id)
                        and u.version = (select max(version) from chassis.journal where subject = 'unit/' || u.id))
                    from units u where u.id = any ($1)
                    """,
                    units
                )
        );
}
