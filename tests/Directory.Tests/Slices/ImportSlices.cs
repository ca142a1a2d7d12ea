using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Cli.Local;
using DanVan.Directory.Client;
using DanVan.Directory.Import;
using DanVan.Directory.Tests.Import;
using DanVan.Support;
using static DanVan.Directory.Tests.Slices.Imports;

namespace DanVan.Directory.Tests.Slices;

/// <summary>The whole country through the public API, on a directory of its own.</summary>
public class ImportSlices
{
    [Fact]
    public async Task The_country_of_2024_is_imported_and_becomes_that_of_2025_and_2026()
    {
        Country.SkipWithoutFiles();
        await using var platform = await TestPlatform.Start("directory");
        using var root = platform["directory"].As(RootUnit.Id, "directory.read", "directory.admin");

        var dry = await Send(root, "units", Country.File("units-2024.csv"), "2004-07-08", dryRun: true);
        Assert.Equal(10_794, dry.Body.GetProperty("created").GetInt32());
        Assert.Equal(10_794, dry.Body.GetProperty("rows").GetArrayLength());
        Assert.Equal(0, await CountUnits(platform, "2025-06-30"));

        await Apply(root, "units", Country.File("units-2024.csv"), "2004-07-08");
        Assert.Equal(10_794, await CountUnits(platform, "2025-06-30"));
        var again = await Apply(root, "units", Country.File("units-2024.csv"), "2004-07-08");
        Assert.Equal((0, 10_794), (again.Number("created"), again.Number("existing")));

        var report = await Reorganise(root);
        Assert.Equal((772, 52), (report.Number("undecided"), report.Number("unexplained")));
        Assert.Equal(10_794, await CountUnits(platform, "2025-06-30"));
        Assert.Equal(3_355, await CountUnits(platform, "2025-07-01"));
        Assert.Equal((63, 696, 10_035), await Levels(root, "2025-06-30"));
        Assert.Equal((34, 0, 3_321), await Levels(root, "2025-07-01"));

        await DongNaiBecomesACity(root);
        await DongThapIsFollowed(root);
        await AnOldAddressIsLookedUp(root);
        await TheTreeIsOneDocument(root);
        var (_, undecided) = await root.Get("/api/v1/units/undecided?on=2025-07-01&limit=1000");
        Assert.Equal(772, undecided.GetProperty("items").GetArrayLength());
        var (_, unexplained) = await root.Get("/api/v1/units/unexplained?on=2025-07-01&limit=1000");
        Assert.Equal(52, unexplained.GetProperty("items").GetArrayLength());
        await EveryUnitIsAnnouncedOnceForEveryVersion(platform);
    }

    [Fact]
    public async Task The_seeds_that_were_there_before_are_the_same_units_and_keep_their_ids()
    {
        Country.SkipWithoutFiles();
        await using var platform = await TestPlatform.Start("directory");
        using var root = platform["directory"].As(RootUnit.Id, "directory.read", "directory.write", "directory.admin");
        var seeds = await EnterSeeds(root);

        var first = await Apply(root, "units", Json("units-2024.csv", UnitRow.Columns), "2004-07-08", json: true);
        Assert.Equal((10_788, 6, 0), (first.Number("created"), first.Number("changed"), first.Number("problems")));
        var again = await Apply(root, "units", Json("units-2024.csv", UnitRow.Columns), "2004-07-08", json: true);
        Assert.Equal((0, 0, 10_794), (again.Number("created"), again.Number("changed"), again.Number("existing")));
        var report = await Reorganise(root);
        Assert.Equal((772, 52), (report.Number("undecided"), report.Number("unexplained")));

        Assert.Equal((63, 696, 10_035), await Levels(root, "2025-06-30"));
        Assert.Equal((34, 0, 3_321), await Levels(root, "2025-07-01"));
        Assert.Equal(10_794, await CountUnits(platform, "2004-07-08"));
        foreach (
            var (code, day) in new[]
            {
                ("01", "2022-01-01"),
                ("31", "2022-01-01"),
                ("82", "2022-01-01"),
                ("87", "2022-01-01"),
                ("82", "2026-01-01"),
            }
        )
            Assert.Contains((await ByCode(root, code, day)).Id(), seeds);
        // The bodies stand where they stood.
        Assert.Equal(
            seeds.Count + 1,
            await platform["directory"]
                .Database.Scalar<long>("select count(*) from units where id = any ($1)", (Guid[])[RootUnit.Id, .. seeds])
        );
        await EveryUnitIsAnnouncedOnceForEveryVersion(platform);
    }

    static async Task DongNaiBecomesACity(HttpClient root)
    {
        Assert.Equal((2_621, 687, 13), await Kinds(root, "2025-07-01"));
        var city = await Apply(root, "units", Country.File("units-2025.csv"), "2026-04-30", complete: true);
        Assert.Equal((0, 11, 3_344), (city.Number("created"), city.Number("changed"), city.Number("existing")));
        Assert.Equal((2_621, 687, 13), await Kinds(root, "2026-04-29"));
        Assert.Equal((2_611, 697, 13), await Kinds(root, "2026-04-30"));
        Assert.Equal((await ByCode(root, "75", "2025-07-01")).Id(), (await ByCode(root, "75", "2026-04-30")).Id());
    }

    static async Task DongThapIsFollowed(HttpClient root)
    {
        var dongThap = await ByCode(root, "87", "2022-12-29");
        Assert.Equal("Tỉnh Đồng Tháp", dongThap.Text("fullName"));
        Assert.Equal("Tỉnh Tiền Giang", (await ByCode(root, "82", "2022-12-29")).Text("fullName"));
        var (_, successors) = await root.Get($"/api/v1/units/{dongThap.Id()}/successors?from=2022-12-29&asOf=2026-11-21");
        var today = Assert.Single(successors.EnumerateArray());
        Assert.Equal(("82", "Tỉnh Đồng Tháp"), (today.Text("code"), today.Text("fullName")));
        var (_, predecessors) = await root.Get($"/api/v1/units/{today.Id()}/predecessors?asOf=2022-12-29&to=2026-11-21");
        Assert.Equal(["82", "87"], predecessors.EnumerateArray().Select(unit => unit.Text("code")));
    }

    static async Task AnOldAddressIsLookedUp(HttpClient root)
    {
        var (_, found) = await root.Get($"/api/v1/units/lookup?text={Uri.EscapeDataString("huyện Cao Lãnh, tỉnh Đồng Tháp cũ")}");
        var district = Assert.Single(found.GetProperty("candidates").EnumerateArray());
        Assert.Equal("873", district.GetProperty("unit").Text("code"));
        // A district has no successor: today the communes stand there that its communes went up in.
        var today = district.GetProperty("today").EnumerateArray().ToList();
        Assert.NotEmpty(today);
        Assert.All(today, standing => Assert.Equal("TERRITORY", standing.Text("how")));
        Assert.All(today, standing => Assert.Equal("COMMUNE", standing.GetProperty("unit").Text("level")));

        var (_, loose) = await root.Get("/api/v1/units/lookup?text=cao+lanh");
        Assert.Equal(
            ["29869", "866", "873"],
            loose.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetProperty("unit").Text("code")!).Order()
        );
    }

    static async Task TheTreeIsOneDocument(HttpClient root)
    {
        using var answer = await root.GetAsync("/api/v1/units/tree?asOf=2025-07-01");
        var tree = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(3_356, tree.GetProperty("units").GetArrayLength());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units/tree?asOf=2025-07-01")
        {
            Headers = { IfNoneMatch = { answer.Headers.ETag! } },
        };
        using var again = await root.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    static async Task<HashSet<Guid>> EnterSeeds(HttpClient root)
    {
        var file = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "deploy", "seed", "010-units.json"));
        var ids = new HashSet<Guid>();
        foreach (var document in JsonElement.Parse(file).GetProperty("documents").EnumerateArray())
        {
            var (status, unit) = await root.Post(document.Text("path")!, document.GetProperty("body"));
            Assert.True(status == 201, unit.ToString());
            ids.Add(unit.Id());
        }
        return ids;
    }

    static async Task<JsonElement> Reorganise(HttpClient root)
    {
        await Apply(root, "mergers", Country.File("province-mergers-2025.csv"), "2025-07-01");
        await Apply(root, "mergers", Country.File("commune-mergers-2025.csv"), "2025-07-01");
        return await Apply(root, "units", JsonOf(Country.ListOf2025(), UnitRow.Columns), "2025-07-01", complete: true, json: true);
    }

    static Task EveryUnitIsAnnouncedOnceForEveryVersion(TestPlatform platform) =>
        Eventually.True(
            "as many events in the journal as the units have versions",
            async () =>
                await platform["directory"]
                    .Database.Scalar<bool>(
                        """
                        select (select sum(version) from units) =
                            (select count(*) from chassis.journal where type = 'vn.danvan.directory.unit-recorded.v1')
                        """
                    )
        );

    static Task<long> CountUnits(TestPlatform platform, string day) =>
        platform["directory"]
            .Database.Scalar<long>(
                "select count(*) from unit_periods where code is not null and valid_from <= $1 and (valid_to is null or $1 < valid_to)",
                DateOnly.ParseExact(day, "yyyy-MM-dd")
            );

    static async Task<JsonElement> ByCode(HttpClient root, string code, string day) =>
        Assert.Single((await root.Get($"/api/v1/units?code={code}&asOf={day}")).Body.GetProperty("items").EnumerateArray());

    static async Task<(int, int, int)> Levels(HttpClient root, string day)
    {
        var levels = (await root.Get($"/api/v1/units/{RootUnit.Id}/subtree/counts?asOf={day}")).Body.GetProperty("levels");
        return (levels.Number("PROVINCE"), levels.Number("DISTRICT"), levels.Number("COMMUNE"));
    }

    // One commune is "other" in the file: nobody classified it there.
    static async Task<(int, int, int)> Kinds(HttpClient root, string day)
    {
        var kinds = (await root.Get($"/api/v1/units/{RootUnit.Id}/subtree/counts?asOf={day}")).Body.GetProperty("kinds");
        return (kinds.Number("COMMUNE") + kinds.Number("OTHER"), kinds.Number("WARD"), kinds.Number("SPECIAL_ZONE"));
    }
}
