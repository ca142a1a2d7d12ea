using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Whom a caller may know of, and who may change what.</summary>
[Collection("directory of staff")]
public sealed class PeopleAccessSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task What_is_visible_follows_the_tree_of_the_day()
    {
        var (mine, neighbour) = (await directory.Province("61", "Mình"), await directory.Province("63", "Bên cạnh"));
        var body = await directory.Create("DEPARTMENT", mine.Id(), "Sở");
        var person = await directory.Register(RootUnit.Id, "Phạm Văn Thử");
        var position = await directory.Take(person, body.Id(), "Giám đốc", "2020-01-01");
        var moved = await directory.Root.Post(
            $"/api/v1/units/{body.Id()}/move",
            new
            {
                on = "2022-01-01",
                parentId = neighbour.Id(),
                legalBasis = "NQ 1/TEST",
            }
        );
        Assert.Equal(200, moved.Status);

        var (before, after) = (directory.As(mine.Id()), directory.As(neighbour.Id()));
        Assert.Equal(200, (await before.Get($"/api/v1/people/{person}?asOf=2021-12-31")).Status);
        Assert.Equal(404, (await before.Get($"/api/v1/people/{person}?asOf=2022-01-01")).Status);
        Assert.Equal(404, (await after.Get($"/api/v1/people/{person}?asOf=2021-12-31")).Status);
        Assert.Equal(200, (await after.Get($"/api/v1/people/{person}")).Status);
        Assert.Single(People.Items((await before.Get($"/api/v1/positions?personId={person}&asOf=2021-12-31")).Body));
        Assert.Empty(People.Items((await before.Get($"/api/v1/positions?personId={person}")).Body));
        Assert.Equal(
            (404, 200),
            (
                (await before.Get($"/api/v1/positions/{position.Id()}")).Status,
                (await after.Get($"/api/v1/positions/{position.Id()}")).Status
            )
        );
        // A position makes a person visible; only who keeps the record corrects it.
        var wrong = new
        {
            unitId = neighbour.Id(),
            name = "x",
            isPublic = true,
        };
        Assert.Equal(404, (await after.Ask(HttpMethod.Put, $"/api/v1/people/{person}", wrong)).Status);
    }

    [Fact]
    public async Task Every_operation_answers_404_to_a_neighbour()
    {
        var (mine, neighbour) = (await directory.Province("76", "Mình"), await directory.Province("78", "Bên cạnh"));
        var person = await directory.Register(mine.Id(), "Hoàng Văn Thử");
        var position = await directory.Take(person, mine.Id(), "Chánh Văn phòng", "2020-01-01");
        var stranger = directory.As(neighbour.Id());
        foreach (var (method, address, body) in Operations(person, position.Id(), mine.Id()))
            Assert.Equal((address, 404), (address, (await stranger.Ask(method, address, body)).Status));
        foreach (var list in new[] { "people", "positions" })
            Assert.DoesNotContain(
                "Hoàng Văn Thử",
                (await stranger.Get($"/api/v1/{list}?limit=1000")).Body.ToString(),
                StringComparison.Ordinal
            );
        Assert.Equal(1, (await directory.As(mine.Id()).Get($"/api/v1/people/{person}")).Body.GetProperty("version").GetInt32());
        Assert.Equal(1, (await directory.As(mine.Id()).Get($"/api/v1/positions/{position.Id()}")).Body.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Without_its_scope_an_operation_is_forbidden_and_without_a_token_unauthenticated()
    {
        var person = await directory.Register(RootUnit.Id, "Vũ Văn Thử");
        var position = await directory.Take(person, RootUnit.Id, "Chuyên viên", "2020-01-01");
        foreach (var (method, address, body) in Operations(person, position.Id(), RootUnit.Id))
        {
            var other = directory.As(RootUnit.Id, method == HttpMethod.Get ? "people.write" : "people.read");
            Assert.Equal((address, 403), (address, (await other.Ask(method, address, body)).Status));
            Assert.Equal((address, 401), (address, (await directory.Service.Http.Ask(method, address, body)).Status));
        }
    }

    static IEnumerable<(HttpMethod, string, object?)> Operations(Guid person, Guid position, Guid unit) =>
        [
            (HttpMethod.Get, $"/api/v1/people/{person}", null),
            (HttpMethod.Get, $"/api/v1/people/{person}/positions", null),
            (HttpMethod.Get, $"/api/v1/positions/{position}", null),
            (HttpMethod.Post, "/api/v1/people", new { unitId = unit, name = "x" }),
            (
                HttpMethod.Put,
                $"/api/v1/people/{person}",
                new
                {
                    unitId = unit,
                    name = "x",
                    isPublic = true,
                }
            ),
            (HttpMethod.Post, $"/api/v1/people/{person}/positions", People.Position(unit, "x", "2022-01-01")),
            (
                HttpMethod.Put,
                $"/api/v1/positions/{position}",
                new
                {
                    title = "x",
                    from = "2020-01-01",
                    basis = "x",
                }
            ),
            (HttpMethod.Post, $"/api/v1/positions/{position}/ending", new { on = "2024-01-01", basis = "x" }),
            (HttpMethod.Post, $"/api/v1/positions/{position}/annulment", new { reason = "x" }),
        ];
}
