using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What another file of rules does to time limits that run, on a service of its own.</summary>
public sealed class RuleRecountTests : IAsyncLifetime
{
    readonly PetitionsRunning running = new();
    readonly string file = Path.Combine(Path.GetTempPath(), $"rules-{Guid.CreateVersion7():n}.json");

    HttpClient clerk = null!;

    public async ValueTask InitializeAsync()
    {
        await running.InitializeAsync();
        clerk = running.Clerk;
    }

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        File.Delete(file);
    }

    [Fact]
    public async Task Changed_rules_move_the_limits_that_run_once_and_no_others()
    {
        var open = await clerk.Received(); // 7 working days from Monday 3 August
        var closed = await clerk.Received();
        await (await clerk.Post($"{Book}/{closed}/guidance", Steps.Body("guidance"))).Read();
        var old = Paper();
        old["receivedOn"] = "2026-06-29";
        var before = await clerk.Received(old);
        var complex = await clerk.Accepted("KHIEU_NAI");
        await clerk.Take($"{Book}/{complex}", "complexity-finding", Steps.Body("complexity-finding"));
        var extended = await clerk.Accepted("TO_CAO");
        await clerk.Take($"{Book}/{extended}", "extensions", Steps.Body("extensions"));
        var other = await clerk.Received(Paper("PHAN_ANH"));

        // Another limit, another longer limit, a longer limit that a decision has set within, another first day in force.
        await Restarted(rules =>
        {
            Row(rules, "KN.ACC", "2026-07-01")["limit"] = 9;
            Row(rules, "KN.ACC", "2020-12-10")["limit"] = 12;
            Row(rules, "KN.R1", "2012-07-01")["longer"] = 50;
            Row(rules, "TC.RES.EXT", "2019-01-01")["limit"] = 70;
        });
        await Eventually.True("the limits by the new file", async () => await DueOn(open) == "2026-08-14");
        await Counted();

        Assert.Equal("2026-07-15", await DueOn(before)); // 12 working days by the row of its day
        Assert.Equal("2026-09-24", await DueOn(complex)); // 50 days from 5 August
        Assert.Equal("KN.ACC 2026-08-12 2026-08-14 RULES", await Told(open));
        Assert.Equal("KN.R1 2026-09-21 2026-09-24 RULES", await Told(complex));
        foreach (var id in new[] { closed, extended, other })
            Assert.Equal("", await Told(id));
        var met = Assert.Single((await clerk.Get($"{Book}/{closed}/deadlines")).AsArray())!;
        Assert.Equal(("2026-08-12", 7), (met.Text("due"), met["count"]!.GetValue<int>()));

        // The same file again tells nothing again; the row ends and another begins.
        await Restarted(rules =>
        {
            Row(rules, "KN.ACC", "2026-07-01")["limit"] = 9;
            Row(rules, "KN.ACC", "2020-12-10")["limit"] = 12;
            Row(rules, "KN.ACC", "2026-07-01")["to"] = "2026-07-31";
            var next = Row(rules, "KN.ACC", "2026-07-01").DeepClone();
            (next["from"], next["limit"], next["article"]) = ("2026-08-01", 5, "Luật mới");
            next.AsObject().Remove("to");
            rules.Add(next);
        });
        await Eventually.True("the limits by the row of their day", async () => await DueOn(open) == "2026-08-10");
        await Counted();
        Assert.Equal("KN.ACC 2026-08-12 2026-08-14 RULES, KN.ACC 2026-08-14 2026-08-10 RULES", await Told(open));
        Assert.Equal("KN.ACC 2026-07-13 2026-07-15 RULES", await Told(before));
        Assert.Equal("Luật mới", (await clerk.Get($"{Book}/{open}"))["deadline"].Text("article"));
    }

    async Task Restarted(Action<JsonArray> change)
    {
        using var stream = typeof(Petition).Assembly.GetManifestResourceStream("DanVan.Petitions.Deadlines.rules.json")!;
        var rules = (await JsonNode.ParseAsync(stream))!.AsArray();
        change(rules);
        await File.WriteAllTextAsync(file, rules.ToJsonString());
        await running.Service.Restart(new Dictionary<string, string> { ["Deadlines__RulesFile"] = file });
    }

    static JsonObject Row(JsonArray rules, string id, string from) =>
        rules.Select(row => row!.AsObject()).Single(row => row.Text("id") == id && row.Text("from") == from);

    async Task<string> DueOn(string petition) => (await clerk.Get($"{Book}/{petition}")).Text("dueOn");

    Task Counted() =>
        Eventually.True(
            "everything that runs counted by one version of the rules",
            () =>
                running.Service.Database.Scalar<bool>(
                    "select count(distinct rules_version) = 1 from deadlines where met_on is null and not superseded and suspended_on is null"
                )
        );

    /// <summary>What was told of limits that moved: rule, day before, day after, cause.</summary>
    Task<string> Told(string petition) =>
        running.Service.Database.Scalar<string>(
            """
            select coalesce(string_agg(concat_ws(' ', m ->> 'ruleId', m ->> 'previousDueOn', m ->> 'dueOn', data ->> 'because'), ', ' order by version), '')
            from (
                select subject, version, type, data from chassis.outbox union all select subject, version, type, data from chassis.journal
            ) announced, jsonb_array_elements(data -> 'moved') m where subject = $1 and type like '%deadlines-recounted%'
            """,
            $"petition/{petition}"
        );
}
