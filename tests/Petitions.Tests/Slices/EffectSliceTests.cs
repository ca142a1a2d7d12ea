using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What came of decisions and who was protected: recorded, told, and added up, of a commune of its own.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class EffectSliceTests(PetitionsRunning running) : IAsyncLifetime
{
    readonly HttpClient clerk = running.Clerk;
    readonly Guid commune = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        await running.Service.Database.Record(Commune(commune, PetitionsRunning.Province, 1, kind: "PEOPLES_COMMITTEE"));
        await Eventually.True("the commune in memory", async () => (await clerk.GetAsync(Statistics("2026-09"))).IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_came_of_two_decisions_is_added_up_and_each_record_stands_in_the_history()
    {
        var (one, other) = (await Resolved("KHIEU_NAI"), await Resolved("TO_CAO"));
        await clerk.Take(one, "effects", Steps.Body("effects"));
        foreach (var _ in new[] { "sent", "and sent again" })
            await (await clerk.Post($"{one}/effects", Steps.Body("effects"), key: $"{commune}")).Read();
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{one}/effects", Steps.Body("effects"))).StatusCode);
        var more = Steps.Body("effects");
        (more["moneyReturned"], more["landRecovered"]) = (5_000_000_000, 10_000);
        await clerk.Take(other, "effects", more);

        var told = await Told(effects => effects["petitions"]!.GetValue<int>() == 2 && effects["moneyReturned"]!.GetValue<long>() > 0);

        Assert.Equal(
            (360_000_000, 5_000_000_000, 10_000, 1050, 6),
            (
                Number(told, "moneyRecovered"),
                Number(told, "moneyReturned"),
                Number(told, "landRecovered"),
                Number(told, "landReturned"),
                Number(told, "peopleSanctioned")
            )
        );
        Assert.Equal(120_000_000, Number((await clerk.Get($"{Statistics("2026-09")}&kind=TO_CAO"))["effects"]!, "moneyRecovered"));
        Assert.Equal(0, Number((await clerk.Get(Statistics("2026-08")))["effects"]!, "petitions"));
        Assert.Equal("vn.danvan.petitions.effects-recorded.v1", (await clerk.Get($"{one}/history")).AsArray()[^1]!.Text("type"));
    }

    [Fact]
    public async Task Each_measure_that_protects_a_denouncer_is_counted_once_a_decision()
    {
        var path = $"{Book}/{await Accepted("TO_CAO")}";
        await clerk.Take(path, "protections", Steps.Body("protections"));

        await Eventually.True("counted", async () => (await clerk.Get(Statistics("2026-08")))["protections"]!.AsArray().Count > 0);

        Assert.Equal(
            ["INFORMATION 1 1", "WORK 1 1"],
            (await clerk.Get(Statistics("2026-08")))["protections"]!
                .AsArray()
                .Select(p => $"{p.Text("measure")} {p!["count"]} {p["petitions"]}")
        );
        var complaint = $"{Book}/{await Accepted("KHIEU_NAI")}";
        Assert.Equal(
            "petitions.protects-denouncers",
            await (await clerk.Post($"{complaint}/protections", Steps.Body("protections"))).Refusal()
        );
    }

    [Theory]
    [InlineData("moneyRecovered", -1)]
    [InlineData("landReturned", 1_000_000_000_000_001)]
    [InlineData("peopleSanctioned", 10_001)]
    public async Task A_figure_out_of_bounds_is_named(string field, long value)
    {
        var path = await Resolved("KHIEU_NAI");
        var body = Steps.Body("effects");
        body[field] = value;

        var problem = await (await clerk.Post($"{path}/effects", body)).Read(HttpStatusCode.BadRequest);

        Assert.Contains(field, problem["errors"]!.ToJsonString(), StringComparison.Ordinal);
    }

    async Task<string> Accepted(string kind)
    {
        var paper = Paper(kind);
        paper["unitId"] = commune;
        var id = await clerk.Received(paper);
        await clerk.Take($"{Book}/{id}", "acceptance", ChainTests.Acceptance());
        return id;
    }

    async Task<string> Resolved(string kind)
    {
        var path = $"{Book}/{await Accepted(kind)}";
        await clerk.Take(path, "resolution", ChainTests.Resolution("DUNG"));
        return path;
    }

    async Task<JsonNode> Told(Func<JsonNode, bool> isComplete)
    {
        JsonNode told = null!;
        await Eventually.True("all effects counted", async () => isComplete(told = (await clerk.Get(Statistics("2026-09")))["effects"]!));
        return told;
    }

    static long Number(JsonNode node, string member) => node[member]!.GetValue<long>();

    string Statistics(string month) => $"{Book}/statistics?unitId={commune}&from={month}-01&to={month}-28";
}
