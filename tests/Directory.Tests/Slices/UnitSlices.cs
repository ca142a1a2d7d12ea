using System.Net;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

[Collection("directory")]
public class UnitSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task The_root_unit_is_there_from_the_start()
    {
        var (status, root) = await directory.Root.Get($"/api/v1/units/{RootUnit.Id}?asOf=1975-04-30");
        Assert.Equal(200, status);
        Assert.Equal("Trung ương", root.Text("fullName"));
        Assert.Equal("CENTRAL", root.Text("kind"));
    }

    [Fact]
    public async Task A_unit_is_called_what_it_was_called_on_the_day()
    {
        var unit = await directory.Province("11", "Cũ");
        var (status, renamed) = await directory.Root.Post(
            $"/api/v1/units/{unit.Id()}/renaming",
            new
            {
                on = "2020-01-01",
                name = "Mới",
                fullName = "Tỉnh Mới",
                legalBasis = "NQ 2/TEST",
            }
        );
        Assert.Equal(200, status);
        Assert.Equal("Mới", renamed.Text("name"));
        Assert.Equal("Cũ", (await directory.Root.Get($"/api/v1/units/{unit.Id()}?asOf=2019-12-31")).Body.Text("name"));
        Assert.Equal("Mới", (await directory.Root.Get($"/api/v1/units/{unit.Id()}?asOf=2020-01-01")).Body.Text("name"));
        Assert.Equal(404, (await directory.Root.Get($"/api/v1/units/{unit.Id()}?asOf=2003-12-31")).Status);
        var history = (await directory.Root.Get($"/api/v1/units/{unit.Id()}/history")).Body;
        Assert.Equal(2, history.GetProperty("periods").GetArrayLength());
        Assert.Equal(2, history.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_merger_closes_a_code_passes_on_the_other_and_can_be_followed_both_ways()
    {
        var (one, other) = (await directory.Province("12", "Một"), await directory.Province("14", "Hai"));
        var board = await directory.Create("MASS_MOBILIZATION_BOARD", other.Id(), "Ban Dân vận");
        var (status, merged) = await directory.Root.Post(
            "/api/v1/units/mergers",
            new
            {
                predecessors = new[] { one.Id(), other.Id() },
                on = "2025-07-01",
                name = "Hai",
                fullName = "Tỉnh Hai",
                kind = "PROVINCE",
                parentId = RootUnit.Id,
                code = "12",
                legalBasis = "NQ 202/2025/QH15",
            }
        );
        Assert.Equal(201, status);
        Assert.Equal(one.Id(), (await ByCode("12", "2022-12-29")).Id());
        Assert.Equal(merged.Id(), (await ByCode("12", "2025-07-01")).Id());
        var (_, successors) = await directory.Root.Get($"/api/v1/units/{other.Id()}/successors?asOf=2026-01-01");
        Assert.Equal(merged.Id(), Assert.Single(successors.EnumerateArray()).Id());
        var (_, predecessors) = await directory.Root.Get($"/api/v1/units/{merged.Id()}/predecessors?asOf=2022-12-29");
        Assert.Equal(2, predecessors.GetArrayLength());
        Assert.Equal(
            merged.Id().ToString(),
            (await directory.Root.Get($"/api/v1/units/{board.Id()}?asOf=2025-07-01")).Body.Text("parentId")
        );
        var again = await directory.Root.Post("/api/v1/units", DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Ba", "14", "2026-01-01"));
        Assert.Equal((409, "units.code-closed"), (again.Status, again.Body.Text("code")));
    }

    [Fact]
    public async Task Subtree_children_and_ancestors_are_those_of_the_day()
    {
        var province = await directory.Province("15", "Cây");
        var commune = await directory.Create("COMMUNE", province.Id(), "Cành", "15001");
        var body = await directory.Create("PARTY_COMMITTEE", commune.Id(), "Đảng ủy", from: "2020-01-01");
        Assert.Equal(3, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree")));
        Assert.Equal(2, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree?asOf=2019-12-31")));
        Assert.Equal(1, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/children")));
        Assert.Equal(2, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree?level=COMMUNE")));
        var (_, line) = await directory.Root.Get($"/api/v1/units/{body.Id()}/ancestors");
        Assert.Equal([commune.Id(), province.Id(), RootUnit.Id], line.EnumerateArray().Select(unit => unit.Id()));
    }

    [Fact]
    public async Task A_name_is_found_without_case_tones_and_d_with_a_stroke()
    {
        var unit = await directory.Province("17", "Đắk Hoà Thử");
        foreach (var text in new[] { "dak hoa thu", "ĐẮK HÒA", "đăk hoà" })
        {
            var (status, found) = await directory.Root.Get($"/api/v1/units/search?name={Uri.EscapeDataString(text)}");
            Assert.Equal(200, status);
            Assert.Contains(unit.Id(), found.EnumerateArray().Select(candidate => candidate.Id()));
        }
        Assert.Equal(0, (await directory.Root.Get("/api/v1/units/search?name=%25")).Body.GetArrayLength());
    }

    [Fact]
    public async Task The_tree_is_cacheable_until_a_unit_changes()
    {
        using var first = await directory.Root.GetAsync("/api/v1/units/tree");
        var tag = first.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await Again(tag));
        await directory.Province("19", "Sau");
        Assert.Equal(HttpStatusCode.OK, await Again(tag));

        async Task<HttpStatusCode> Again(System.Net.Http.Headers.EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units/tree") { Headers = { IfNoneMatch = { known } } };
            using var answer = await directory.Root.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_change_of_a_version_that_was_not_read_is_refused()
    {
        var unit = await directory.Province("20", "Cũ");
        var client = directory.Root;
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"7\"");
        var body = new
        {
            on = "2020-01-01",
            name = "Mới",
            fullName = "Tỉnh Mới",
            legalBasis = "NQ 2/TEST",
        };
        Assert.Equal(412, (await client.Post($"/api/v1/units/{unit.Id()}/renaming", body)).Status);
    }

    [Fact]
    public async Task The_same_creation_sent_twice_under_one_key_is_done_once()
    {
        var client = directory.Root;
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Một lần", "22");
        var (first, second) = (await client.Post("/api/v1/units", body), await client.Post("/api/v1/units", body));
        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal(first.Body.Id(), second.Body.Id());
    }

    [Fact]
    public async Task Twenty_creations_with_one_code_at_once_make_one_unit()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => directory.Root.Post("/api/v1/units", DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Đua", "24")))
        );
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal("units.code-in-use", answer.Body.Text("code")));
    }

    [Fact]
    public async Task A_unit_with_units_below_is_not_abolished()
    {
        var province = await directory.Province("25", "Mẹ");
        await directory.Create("PARTY_COMMITTEE", province.Id(), "Tỉnh ủy");
        var (status, problem) = await directory.Root.Post(
            $"/api/v1/units/{province.Id()}/abolition",
            new { on = "2025-01-01", legalBasis = "NQ 1/TEST" }
        );
        Assert.Equal((409, "units.has-units-below"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task A_cycle_is_refused()
    {
        var province = await directory.Province("26", "Vòng");
        var body = await directory.Create("PARTY_COMMITTEE", province.Id(), "Tỉnh ủy");
        var office = await directory.Create("DEPARTMENT", body.Id(), "Văn phòng");
        var (status, problem) = await directory.Root.Post(
            $"/api/v1/units/{body.Id()}/move",
            new
            {
                on = "2020-01-01",
                parentId = office.Id(),
                legalBasis = "NQ 1/TEST",
            }
        );
        Assert.Equal((409, "units.cycle"), (status, problem.Text("code")));
    }

    async Task<System.Text.Json.JsonElement> ByCode(string code, string asOf) =>
        Assert.Single((await directory.Root.Get($"/api/v1/units?code={code}&asOf={asOf}")).Body.GetProperty("items").EnumerateArray());

    static int Items((int Status, System.Text.Json.JsonElement Body) answer) => answer.Body.GetProperty("items").GetArrayLength();
}

[CollectionDefinition("directory")]
public class DirectoryCollection : ICollectionFixture<DirectoryRunning>;
