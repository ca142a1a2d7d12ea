using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Statistics over HTTP, of communes that no other test receives petitions for.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class StatisticsSliceTests(PetitionsRunning running) : IAsyncLifetime
{
    const string August = "from=2026-08-01&to=2026-08-31";
    const string Statistics = $"{Book}/statistics";

    readonly HttpClient clerk = running.Clerk;
    readonly Guid commune = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        await running.Service.Database.Record(Commune(commune, PetitionsRunning.Province, 1, kind: "PEOPLES_COMMITTEE"));
        await Eventually.True("the commune in memory", async () => (await clerk.GetAsync(Of(August))).IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Papers_and_cases_are_counted_each_by_its_own_and_named_behind_the_number()
    {
        var (first, duplicate) = (await Received(), await Received());
        await clerk.Take($"{Book}/{duplicate}", "case", CaseTests.Joining(first));
        await clerk.Take($"{Book}/{first}", "parts", CaseTests.Parts("Thu tiền sai quy định khi đo đạc"));
        await clerk.Take($"{Book}/{first}", "acceptance", ChainTests.Acceptance());
        await clerk.Take($"{Book}/{first}", "resolution", ChainTests.Resolution("DUNG_MOT_PHAN"));

        var told = await Told(figures => figures["resolved.partly-right"] == (1, 1));
        var numbers = Numbers(told);

        // Two papers; two cases, the second being the part that was split off.
        Assert.Equal((2, 2), numbers["stock.received"]);
        Assert.Equal((1, 0), numbers["done.duplicate"]);
        Assert.Equal((1, 1), numbers["resolution.done"]);
        Assert.Equal((0, 1), numbers["stock.remaining"]);
        Assert.Equal([first, duplicate], await Behind("stock.received", papersOnly: true));
        Assert.Equal([first], await Behind("resolved.partly-right"));
        Assert.Equal(
            ["KHIEU_NAI 2 1", "TO_CAO 0 1"],
            told["received"]!.AsArray().Select(line => $"{line.Text("kind")} {line!["papers"]} {line["cases"]}")
        );
        Assert.Equal((0, 1), Numbers(await clerk.Get($"{Of(August)}&kind=TO_CAO"))["stock.received"]);
    }

    [Fact]
    public async Task The_stock_that_a_month_leaves_is_the_stock_that_the_next_begins_with()
    {
        await Received();
        await clerk.Take($"{Book}/{await Received()}", "guidance", Steps.Body("guidance"));
        await Told(figures => figures["stock.received"].Papers == 2 && figures["done.guided"].Papers == 1);

        var (august, september) = (Numbers(await clerk.Get(Of(August))), Numbers(await clerk.Get(Of("from=2026-09-01&to=2026-09-30"))));

        Assert.Equal((1, 1), august["stock.remaining"]);
        Assert.Equal(august["stock.remaining"], september["stock.opening"]);
        Assert.Equal((0, 0), september["stock.received"]);
    }

    [Fact]
    public async Task An_answer_of_the_past_comes_again_by_its_number_of_the_journal()
    {
        var id = await Received();
        var before = await Told(figures => figures["stock.received"].Papers == 1);
        await Received();
        await clerk.Take($"{Book}/{id}", "guidance", Steps.Body("guidance"));
        await Told(figures => figures["stock.received"].Papers == 2 && figures["done.guided"].Papers == 1);

        var again = await clerk.Get($"{Of(August)}&asOf={before["asOf"]}");

        Assert.Equal(before.ToJsonString(), again.ToJsonString());
        Assert.Equal([id], await Behind("stock.remaining", $"&asOf={before["asOf"]}"));
        Assert.Equal("petitions.not-counted-yet", await (await clerk.GetAsync($"{Of(August)}&asOf={long.MaxValue}")).Refusal());
    }

    [Fact]
    public async Task A_unit_counts_what_is_below_it_unless_it_asks_for_its_own_only()
    {
        await Received();
        await Told(figures => figures["stock.received"].Papers == 1);
        var before = Numbers(await clerk.Get($"{Statistics}?{August}"))["stock.received"].Papers;
        await Received();
        await Told(figures => figures["stock.received"].Papers == 2);

        Assert.Equal(before + 1, Numbers(await clerk.Get($"{Statistics}?{August}"))["stock.received"].Papers);
        Assert.Equal(1, (await clerk.Get($"{Statistics}?{August}&ownUnitOnly=true"))["units"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_local_branch_of_a_central_agency_is_counted_for_itself_and_not_in_the_province() // TT 06/2025/TT-TTCP Đ7
    {
        await running.Service.Database.Record(
            Unit(PetitionsRunning.Branch, PetitionsRunning.Province, "DEPARTMENT", "PROVINCE", "Chi cục Thuế")
        );
        await Eventually.True(
            "the branch in memory",
            async () => (await clerk.GetAsync($"{Statistics}?unitId={PetitionsRunning.Branch}&{August}")).IsSuccessStatusCode
        );
        var province = (await clerk.Get($"{Statistics}?{August}"))["units"]!.GetValue<int>();
        var id = await clerk.Received(Paper("PHAN_ANH", PetitionsRunning.Branch));

        await Eventually.True(
            "the branch to be counted",
            async () => (await Ids($"{Statistics}/stock.received/petitions?unitId={PetitionsRunning.Branch}&{August}")).Contains(id)
        );
        Assert.DoesNotContain(id, await Ids($"{Statistics}/stock.received/petitions?{August}&kind=PHAN_ANH&limit=1000"));
        Assert.Equal(province, (await clerk.Get($"{Statistics}?{August}"))["units"]!.GetValue<int>());
    }

    [Fact]
    public async Task Visits_are_counted_by_session_and_by_who_received_and_groups_by_their_people()
    {
        var sessions = "api/v1/receptions";
        var planned = await (
            await clerk.Post(
                sessions,
                new JsonObject
                {
                    ["unitId"] = commune,
                    ["kind"] = "DINH_KY",
                    ["heldOn"] = "2026-08-20",
                    ["place"] = "Trụ sở tiếp công dân",
                    ["postedOn"] = "2026-08-03",
                }
            )
        ).Read(HttpStatusCode.Created);
        var path = $"{sessions}/{planned.Text("id")}";
        await (await clerk.Post($"{path}/holding", new JsonObject { ["receivedBy"] = "HEAD" })).Read();
        foreach (var people in (int[])[1, 7])
            await (await clerk.Post($"{path}/visits", Visit(people))).Read(HttpStatusCode.Created);

        var told = await Eventually.Found(
            "the visits to be counted",
            async () => await clerk.Get(Of(August)) is var now && Visits(now, "visits") == (2, 8) ? now : null
        );

        Assert.Equal((2, 8), Visits(told, "visits.periodic"));
        Assert.Equal((2, 8), Visits(told, "visits.by-head"));
        Assert.Equal((1, 7), Visits(told, "groups"));
        Assert.Equal(1, told["sessions"]![0]!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_named_period_is_a_window_with_its_article()
    {
        var told = await clerk.Get($"{Statistics}?period=9M&year=2026");

        Assert.Equal(("2025-12-15", "2026-09-14"), (told.Text("from"), told.Text("to")));
        Assert.Contains("06/2025", told["period"].Text("article"), StringComparison.Ordinal);
        Assert.Equal(7, (await clerk.Get($"{Statistics}/periods?year=2026")).AsArray().Count);
    }

    [Theory]
    [InlineData("from=2026-08-31&to=2026-08-01", "to")]
    [InlineData("from=2026-08-01", "to")]
    [InlineData("to=2026-08-01", "from")]
    [InlineData("period=Q1&year=2026&from=2026-08-01&to=2026-08-02", "period")]
    [InlineData("period=H1&year=2026", "period")]
    [InlineData("period=Q1&year=2020", "period")]
    [InlineData("from=01/08/2026&to=2026-08-31", "from")]
    [InlineData("kind=COMPLAINT", "kind")]
    [InlineData("round=0", "round")]
    public async Task A_wrong_question_is_named(string query, string parameter)
    {
        var problem = await (await clerk.GetAsync($"{Statistics}?{query}")).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]![parameter]);
    }

    [Fact]
    public async Task A_neighbour_is_told_nothing_and_a_figure_that_there_is_not_is_not_found()
    {
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(Of(August))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.GetAsync($"{Statistics}/stock.received/petitions?unitId={commune}&{August}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{Statistics}/stock.sold/petitions")).StatusCode);
        var blind = running.Service.As(PetitionsRunning.Province, "petitions.write");
        Assert.Equal(HttpStatusCode.Forbidden, (await blind.GetAsync(Statistics)).StatusCode);
    }

    string Of(string window) => $"{Statistics}?unitId={commune}&{window}";

    Task<string> Received() => clerk.Received(Paper(unit: commune));

    /// <summary>August, once the journal has been counted so far.</summary>
    Task<JsonNode> Told(Func<Dictionary<string, (int Papers, int Cases)>, bool> so) =>
        Eventually.Found(
            "the journal to be counted",
            async () => await clerk.Get(Of(August)) is var told && so(Numbers(told)) ? told : null
        );

    Task<List<string>> Behind(string figure, string more = "", bool papersOnly = false) =>
        Ids($"{Statistics}/{figure}/petitions?unitId={commune}&{August}{more}", papersOnly);

    async Task<List<string>> Ids(string path, bool papersOnly = false) =>
        [
            .. (await clerk.Get(path))["items"]!
                .AsArray()
                .Where(line => !papersOnly || line!["papers"]!.GetValue<int>() > 0)
                .Select(line => line!.Text("id")),
        ];

    static JsonObject Visit(int people) =>
        new()
        {
            ["kind"] = "PHAN_ANH",
            ["field"] = "HANH_CHINH",
            ["people"] = people,
            ["isNewCase"] = true,
            ["outcome"] = "GUIDED",
        };

    static Dictionary<string, (int Papers, int Cases)> Numbers(JsonNode told) =>
        told["petitions"]!.AsArray().ToDictionary(x => x.Text("code"), x => (x!["papers"]!.GetValue<int>(), x["cases"]!.GetValue<int>()));

    static (int Visits, int People) Visits(JsonNode told, string code) =>
        told["visits"]!.AsArray().Single(x => x.Text("code") == code) is var x
            ? (x!["visits"]!.GetValue<int>(), x["people"]!.GetValue<int>())
            : default;
}
