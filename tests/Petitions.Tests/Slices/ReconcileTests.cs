using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The verb <c>reconcile</c>, on a service of its own: what is counted is made wrong by hand.</summary>
public sealed class ReconcileTests : IAsyncLifetime
{
    readonly PetitionsRunning running = new();

    public ValueTask InitializeAsync() => running.InitializeAsync();

    public ValueTask DisposeAsync() => running.DisposeAsync();

    [Fact]
    public async Task What_is_counted_otherwise_than_the_journal_tells_is_named_row_by_row_and_nothing_is_changed()
    {
        var clerk = running.Clerk;
        var (one, other) = (await clerk.Accepted("TO_CAO"), await clerk.Accepted("TO_CAO"));
        await clerk.Take($"{Book}/{one}", "protections", Steps.Body("protections"));
        await clerk.Take($"{Book}/{one}", "resolution", ChainTests.Resolution("DUNG"));
        await clerk.Take($"{Book}/{one}", "effects", Steps.Body("effects"));
        await Counted(clerk);
        // Five versions of spells, an effect, two measures.
        Assert.Contains("8 rows compared with the journal, 0 differ", await running.Service.Run("reconcile"), StringComparison.Ordinal);

        await running.Service.Database.Execute("update counted_effects set money_recovered = money_recovered + 1");
        await running.Service.Database.Execute("delete from counted_spells where petition_id = $1", Guid.Parse(other));
        var told = (await Assert.ThrowsAsync<InvalidOperationException>(() => running.Service.Run("reconcile"))).Message;

        Assert.Contains("reconcile ended with 1", told, StringComparison.Ordinal);
        Assert.Contains("6 rows compared with the journal, 4 differ", told, StringComparison.Ordinal);
        Assert.Matches("counted_effects: counted, and not told: .*\"money_recovered\": 120000001", told);
        Assert.Matches("counted_effects: told, and not counted: .*\"money_recovered\": 120000000", told);
        Assert.Matches($"counted_spells: told, and not counted: .*{other}", told);
        Assert.Equal(0, await Number("select count(*) from counted_spells where petition_id = $1", Guid.Parse(other)));
    }

    [Fact]
    public async Task Every_table_that_is_counted_is_compared()
    {
        var clerk = running.Clerk;
        var denunciation = $"{Book}/{await clerk.Accepted("TO_CAO")}";
        await clerk.Take(denunciation, "protections", Steps.Body("protections"));
        await clerk.Take(denunciation, "resolution", ChainTests.Resolution("DUNG"));
        await clerk.Take(denunciation, "effects", Steps.Body("effects"));
        var session = new JsonObject
        {
            ["unitId"] = PetitionsRunning.Committee,
            ["kind"] = "THUONG_XUYEN",
            ["heldOn"] = "2026-10-20",
            ["place"] = "Trụ sở tiếp công dân",
        };
        var planned = await (await clerk.Post("api/v1/receptions", session)).Read(HttpStatusCode.Created);
        var path = $"api/v1/receptions/{planned.Text("id")}";
        await clerk.Take(path, "holding", new JsonObject { ["receivedBy"] = "OFFICER" });
        var visit = new JsonObject
        {
            ["kind"] = "PHAN_ANH",
            ["field"] = "HANH_CHINH",
            ["people"] = 2,
            ["isNewCase"] = true,
            ["outcome"] = "GUIDED",
        };
        await (await clerk.Post($"{path}/visits", visit)).Read(HttpStatusCode.Created);
        var sent = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        await clerk.Take(sent, "forwarding", Steps.Body("forwarding"));
        await clerk.Take($"{sent}/follow-up", "reminders", new JsonObject { ["sentOn"] = "2026-09-08", ["letterNumber"] = "31/CV" });
        await Counted(clerk);

        foreach (var table in Tables)
            Assert.True(await running.Service.Database.Execute($"delete from {table}") > 0, table);
        var told = (await Assert.ThrowsAsync<InvalidOperationException>(() => running.Service.Run("reconcile"))).Message;

        Assert.All(Tables, table => Assert.Contains($"{table}: told, and not counted", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_told_or_counted_meanwhile_is_no_difference()
    {
        var (clerk, database) = (running.Clerk, running.Service.Database);
        await clerk.Accepted("KHIEU_NAI");
        await Counted(clerk);
        await using (var counting = await database.Hold("select from counted_to for update"))
        {
            await clerk.Accepted("TO_CAO");
            await Eventually.True("the journal to tell it", async () => await Number("select count(*) from chassis.outbox") == 0);
            Assert.Contains(", 0 differ", await running.Service.Run("reconcile"), StringComparison.Ordinal);
        }

        await using var between = await database.Hold("lock table counted_protections in access exclusive mode");
        var reconciling = running.Service.Run("reconcile");
        await database.Waiting("create temporary table counted_protections%");
        var meanwhile = Guid.Parse(await clerk.Accepted("TO_CAO"));
        await Eventually.True(
            "it to be counted",
            async () => await Number("select count(*) from counted_spells where petition_id = $1", meanwhile) > 0
        );
        await between.Do("commit");

        Assert.Contains(", 0 differ", await reconciling, StringComparison.Ordinal);
    }

    static readonly string[] Tables =
    [
        "counted_spells",
        "counted_sessions",
        "counted_visits",
        "counted_reminders",
        "counted_effects",
        "counted_protections",
    ];

    Task Counted(HttpClient clerk) =>
        Eventually.True(
            "the journal to be counted",
            async () =>
                await Number("select count(*) from chassis.outbox") == 0
                && (await clerk.Get($"{Book}/statistics"))["asOf"]!.GetValue<long>()
                    == await Number("select sequence from chassis.journal_head")
        );

    Task<long> Number(string sql, params object[] values) => running.Service.Database.Scalar<long>(sql, values);
}
