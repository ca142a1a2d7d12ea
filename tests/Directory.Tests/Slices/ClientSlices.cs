using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

[Collection("directory")]
public class ClientSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task A_client_gets_nothing_that_its_registrar_does_not_have()
    {
        var (status, problem) = await directory
            .As(RootUnit.Id, "directory.admin")
            .Post("/api/v1/clients", Client(RootUnit.Id, "petitions.identity"));
        Assert.Equal((409, "clients.more-than-own"), (status, problem.Text("code")));
        (status, problem) = await directory.Root.Post("/api/v1/clients", Client(RootUnit.Id, "planets.read"));
        Assert.Equal((400, "clients.unknown-scope"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_never_again_not_even_under_the_same_key()
    {
        var root = directory.Root;
        root.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var (status, created) = await root.Post("/api/v1/clients", Client(RootUnit.Id, "directory.read"));
        Assert.Equal(201, status);
        var secret = created.Text("secret")!;
        Assert.True(secret.Length >= 43);
        var shown = (await directory.Root.Get($"/api/v1/clients/{created.GetProperty("client").Id()}")).Body.ToString();
        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        var (_, again) = await root.Post("/api/v1/clients", Client(RootUnit.Id, "directory.read"));
        Assert.DoesNotContain(secret, again.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            0,
            await directory.Service.Database.Scalar<long>(
                "select count(*) from chassis.journal where data::text like '%' || $1 || '%'",
                secret
            )
        );
    }

    [Fact]
    public async Task Every_operation_on_a_client_answers_404_to_a_neighbour()
    {
        var (mine, neighbour) = (await directory.Province("31", "Mình"), await directory.Province("33", "Bên cạnh"));
        var (_, created) = await directory.Root.Post("/api/v1/clients", Client(mine.Id(), "directory.read"));
        var id = created.GetProperty("client").Id();
        var stranger = directory.As(neighbour.Id());
        Assert.Equal(404, (await stranger.Get($"/api/v1/clients/{id}")).Status);
        Assert.Equal(404, (await stranger.Post($"/api/v1/clients/{id}/secrets", new { overlapHours = 1 })).Status);
        Assert.Equal(404, (await stranger.Post($"/api/v1/clients/{id}/disabling", new { reason = "thử" })).Status);
        Assert.Equal(404, (await stranger.Post("/api/v1/clients", Client(mine.Id(), "directory.read"))).Status);
        Assert.DoesNotContain(
            id,
            (await stranger.Get("/api/v1/clients?limit=1000")).Body.GetProperty("items").EnumerateArray().Select(client => client.Id())
        );
        Assert.Equal(200, (await directory.As(mine.Id()).Get($"/api/v1/clients/{id}")).Status);
    }

    [Fact]
    public async Task Every_change_of_a_unit_answers_404_to_a_neighbour()
    {
        var (mine, neighbour) = (await directory.Province("34", "Mình"), await directory.Province("35", "Bên cạnh"));
        var body = await directory.Create("PARTY_COMMITTEE", mine.Id(), "Tỉnh ủy");
        var stranger = directory.As(neighbour.Id());
        var (on, legalBasis) = ("2020-01-01", "NQ 1/TEST");
        Assert.Equal(200, (await stranger.Get($"/api/v1/units/{mine.Id()}")).Status);
        Assert.Equal(404, (await stranger.Post("/api/v1/units", DirectoryRunning.Unit("DEPARTMENT", mine.Id(), "Sở"))).Status);
        Assert.Equal(
            404,
            (
                await stranger.Post(
                    $"/api/v1/units/{body.Id()}/renaming",
                    new
                    {
                        on,
                        name = "x",
                        fullName = "x",
                        legalBasis,
                    }
                )
            ).Status
        );
        Assert.Equal(
            404,
            (
                await stranger.Post(
                    $"/api/v1/units/{body.Id()}/recoding",
                    new
                    {
                        on,
                        code = "99",
                        legalBasis,
                    }
                )
            ).Status
        );
        Assert.Equal(
            404,
            (
                await stranger.Post(
                    $"/api/v1/units/{body.Id()}/move",
                    new
                    {
                        on,
                        parentId = neighbour.Id(),
                        legalBasis,
                    }
                )
            ).Status
        );
        Assert.Equal(404, (await stranger.Post($"/api/v1/units/{body.Id()}/abolition", new { on, legalBasis })).Status);
        Assert.Equal(
            404,
            (await stranger.Post($"/api/v1/units/{body.Id()}/successors", new { successorId = neighbour.Id(), legalBasis })).Status
        );
        var merger = new
        {
            predecessors = new[] { body.Id() },
            on,
            name = "x",
            fullName = "x",
            kind = "DEPARTMENT",
            parentId = neighbour.Id(),
            legalBasis,
        };
        Assert.Equal(404, (await stranger.Post("/api/v1/units/mergers", merger)).Status);
        Assert.Equal(
            200,
            (
                await directory
                    .As(mine.Id())
                    .Post(
                        $"/api/v1/units/{body.Id()}/renaming",
                        new
                        {
                            on,
                            name = "x",
                            fullName = "x",
                            legalBasis,
                        }
                    )
            ).Status
        );
    }

    [Theory]
    [InlineData("POST", "/api/v1/units")]
    [InlineData("GET", "/api/v1/clients")]
    [InlineData("POST", "/api/v1/clients")]
    [InlineData("PUT", "/api/v1/calendar/days/2027-03-29")]
    public async Task Without_its_scope_an_operation_is_forbidden_and_without_a_token_unauthenticated(string method, string address)
    {
        var body = new
        {
            type = "HOLIDAY",
            name = "x",
            enabled = false,
        };
        Assert.Equal(403, (await directory.As(RootUnit.Id, "directory.read").Ask(new(method), address, body)).Status);
        Assert.Equal(401, (await directory.Service.Http.Ask(new(method), address, body)).Status);
    }

    static object Client(Guid unit, params string[] scopes) =>
        new
        {
            name = "Chương trình thử",
            unitId = unit,
            scopes,
        };
}
