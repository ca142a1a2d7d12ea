using System.Net.Http.Headers;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Directory.Tests.Import;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>The whole country through the public API, on a directory of its own.</summary>
public class ImportSlices
{
    [Fact]
    public async Task The_country_of_2024_is_imported_and_becomes_that_of_2025()
    {
        if (!Country.IsThere)
            Assert.Skip("The files of the administrative units are not beside the project");
        await using var platform = await TestPlatform.Start("directory");
        using var root = platform["directory"].As(RootUnit.Id, "directory.read", "directory.admin");

        var dry = await Send(root, "units", "units-2024.csv", "2004-07-08", dryRun: true);
        Assert.Equal(10_794, dry.Body.GetProperty("created").GetInt32());
        Assert.Equal(10_794, dry.Body.GetProperty("rows").GetArrayLength());
        Assert.Equal(0, await CountUnits(platform, "2025-06-30"));

        await Apply(root, "units", "units-2024.csv", "2004-07-08");
        Assert.Equal(10_794, await CountUnits(platform, "2025-06-30"));
        var again = await Apply(root, "units", "units-2024.csv", "2004-07-08");
        Assert.Equal((0, 10_794), (again.GetProperty("created").GetInt32(), again.GetProperty("existing").GetInt32()));

        await Apply(root, "mergers", "province-mergers-2025.csv", "2025-07-01");
        await Apply(root, "mergers", "commune-mergers-2025.csv", "2025-07-01");
        var report = await Apply(root, "units", "units-2025.csv", "2025-07-01", complete: true);
        Assert.Equal((772, 52), (report.GetProperty("undecided").GetInt32(), report.GetProperty("unexplained").GetInt32()));
        Assert.Equal(10_794, await CountUnits(platform, "2025-06-30"));
        Assert.Equal(3_355, await CountUnits(platform, "2025-07-01"));

        var (_, dongThap) = await root.Get("/api/v1/units?code=87&asOf=2022-12-29");
        var id = Assert.Single(dongThap.GetProperty("items").EnumerateArray()).Id();
        var (_, successors) = await root.Get($"/api/v1/units/{id}/successors?asOf=2026-11-21");
        Assert.Equal(("82", "Tỉnh Đồng Tháp"), (successors[0].Text("code"), successors[0].Text("fullName")));
        var (_, undecided) = await root.Get("/api/v1/units/undecided?on=2025-07-01&limit=1000");
        Assert.Equal(772, undecided.GetProperty("items").GetArrayLength());
        await EveryUnitIsAnnouncedOnceForEveryVersion(platform);
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

    static async Task<JsonElement> Apply(HttpClient root, string kind, string file, string from, bool complete = false)
    {
        var (status, operation) = await Send(root, kind, file, from, dryRun: false, complete);
        Assert.True(status == 202, operation.ToString());
        var done = await Eventually.Found(
            $"the import of {file}",
            async () =>
                (await root.Get($"/api/v1/directory/operations/{operation.Id()}")).Body is var now
                && now.Text("status") is "SUCCEEDED" or "FAILED"
                    ? (object)now
                    : null,
            TimeSpan.FromSeconds(120)
        );
        var ended = (JsonElement)done;
        Assert.True(ended.Text("status") == "SUCCEEDED", ended.ToString());
        return ended.GetProperty("result");
    }

    static async Task<(int Status, JsonElement Body)> Send(
        HttpClient root,
        string kind,
        string file,
        string from,
        bool dryRun,
        bool complete = false
    )
    {
        using var body = new ByteArrayContent(Country.File(file)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        var query = $"kind={kind}&effectiveFrom={from}&legalBasis=TEST&dryRun={dryRun}&completeList={complete}";
        using var answer = await root.PostAsync($"/api/v1/units/imports?{query}", body);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }
}
