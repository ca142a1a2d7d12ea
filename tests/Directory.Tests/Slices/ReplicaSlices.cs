using System.Net.Http.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Another service keeps its own replica by events, and works from it while the directory is down.</summary>
public class ReplicaSlices
{
    [Fact]
    public async Task A_service_learns_units_calendar_and_office_holders_and_keeps_them_while_the_directory_is_down()
    {
        await using var platform = await TestPlatform.Start("directory", "petitions");
        var (directory, petitions) = (platform["directory"], platform["petitions"]);
        using var root = directory.As(RootUnit.Id, "directory.read", "directory.write", "people.write");
        using var created = await root.PostAsJsonAsync("/api/v1/units", DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Thử", "98"));
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync());

        await Eventually.True(
            "the province under the root in the replica of petitions",
            async () =>
                await petitions.Database.Scalar<bool>(
                    "select exists (select from directory.unit_versions v join directory.unit_ancestors a using (unit_id) where v.code = '98' and ancestor_id = $1)",
                    RootUnit.Id
                )
        );
        await Eventually.True(
            "every day of the calendar in the replica of petitions",
            async () =>
                await petitions.Database.Scalar<long>("select count(*) from directory.calendar_days")
                == await directory.Database.Scalar<long>("select count(*) from calendar_days")
        );

        var person = await root.Post(
            "/api/v1/people",
            new
            {
                unitId = RootUnit.Id,
                name = "Nguyễn Văn Thử",
                isPublic = true,
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
        await Eventually.True(
            "the office holder in the replica of petitions",
            async () =>
                await petitions.Database.Scalar<bool>(
                    "select exists (select from directory.positions where id = $1 and holder_name = 'Nguyễn Văn Thử')",
                    position.Body.Id()
                )
        );

        await directory.Stop();
        await petitions.Restart();
        Assert.Equal(2, await petitions.Database.Scalar<long>("select count(*) from directory.units"));
    }
}
