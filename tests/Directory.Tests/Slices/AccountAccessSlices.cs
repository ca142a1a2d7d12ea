using System.Net.Http.Headers;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Who may do what with accounts and roles.</summary>
[Collection("directory of staff")]
public sealed class AccountAccessSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task Every_operation_answers_404_to_a_neighbour_and_changes_nothing()
    {
        var (mine, neighbour) = (await directory.Province("56", "Mình"), await directory.Province("58", "Bên cạnh"));
        var role = await Staff.Role(directory, "directory.read");
        var staff = await Staff.New(directory, mine.Id(), role);
        var stranger = directory.As(neighbour.Id());
        var grant = (await directory.Root.Get($"/api/v1/accounts/{staff.Id}")).Body.GetProperty("roles")[0].Id();
        var before = (await directory.As(mine.Id()).Get($"/api/v1/accounts/{staff.Id}")).Body.ToString();
        foreach (var (method, address, body) in Operations(staff.Id, grant, role, mine.Id()))
            Assert.Equal((address, 404), (address, (await stranger.Ask(method, address, body)).Status));
        Assert.DoesNotContain(
            staff.UserName,
            (await stranger.Get("/api/v1/accounts?limit=1000")).Body.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(before, (await directory.As(mine.Id()).Get($"/api/v1/accounts/{staff.Id}")).Body.ToString());
        // A person whom the caller may not know of is no owner of an account.
        var (_, person) = await directory.Root.Post("/api/v1/people", new { unitId = mine.Id(), name = "Người Thử" });
        var unknown = await stranger.Post(
            "/api/v1/accounts",
            new
            {
                userName = "cb-hang-xom",
                unitId = neighbour.Id(),
                personId = person.Id(),
            }
        );
        Assert.Equal((404, "accounts.unknown-person"), (unknown.Status, unknown.Body.Text("code")));
    }

    [Fact]
    public async Task Without_its_scope_an_operation_is_forbidden_and_without_a_token_unauthenticated()
    {
        var role = await Staff.Role(directory, "directory.read");
        var staff = await Staff.New(directory, RootUnit.Id, role);
        var grant = (await directory.Root.Get($"/api/v1/accounts/{staff.Id}")).Body.GetProperty("roles")[0].Id();
        IEnumerable<(HttpMethod, string, object?)> all =
        [
            .. Operations(staff.Id, grant, role, RootUnit.Id),
            (HttpMethod.Get, "/api/v1/accounts", null),
            (HttpMethod.Post, "/api/v1/roles", RoleBody("directory.read")),
            (HttpMethod.Put, $"/api/v1/roles/{role}", new { name = "x", scopes = new[] { "directory.read" } }),
        ];
        foreach (var (method, address, body) in all)
        {
            Assert.Equal(
                (address, 403),
                (address, (await directory.As(RootUnit.Id, "directory.read", "people.write").Ask(method, address, body)).Status)
            );
            Assert.Equal((address, 401), (address, (await directory.Service.Http.Ask(method, address, body)).Status));
        }
        Assert.Equal(403, (await directory.As(RootUnit.Id, "people.read").Get("/api/v1/roles")).Status);
    }

    [Fact]
    public async Task Changes_want_the_version_that_was_read()
    {
        var role = await Staff.Role(directory, "directory.read");
        var staff = await Staff.New(directory, RootUnit.Id, role);
        var grant = (await directory.Root.Get($"/api/v1/accounts/{staff.Id}")).Body.GetProperty("roles")[0].Id();
        var stale = directory.Root;
        stale.DefaultRequestHeaders.IfMatch.Add(EntityTagHeaderValue.Parse("\"1\""));
        foreach (var (method, address, body) in Operations(staff.Id, grant, role, RootUnit.Id))
            if (method != HttpMethod.Get && address.Contains(staff.Id.ToString(), StringComparison.Ordinal))
                Assert.Equal((address, 412), (address, (await stale.Ask(method, address, body)).Status));
    }

    static object RoleBody(params string[] scopes) =>
        new
        {
            code = $"thu-{Guid.CreateVersion7():n}",
            name = "Vai trò thử",
            scopes,
        };

    static IEnumerable<(HttpMethod, string, object?)> Operations(Guid account, Guid grant, Guid role, Guid unit) =>
        [
            (HttpMethod.Get, $"/api/v1/accounts/{account}", null),
            (HttpMethod.Post, "/api/v1/accounts", new { userName = "cb-hang-xom", unitId = unit }),
            (HttpMethod.Post, $"/api/v1/accounts/{account}/roles", new { roleId = role }),
            (HttpMethod.Post, $"/api/v1/accounts/{account}/roles/{grant}/ending", new { }),
            (HttpMethod.Post, $"/api/v1/accounts/{account}/password-reset", new { removeSecondFactor = true }),
            (HttpMethod.Post, $"/api/v1/accounts/{account}/unlocking", new { }),
            (HttpMethod.Post, $"/api/v1/accounts/{account}/disabling", new { reason = "thử" }),
            (HttpMethod.Post, $"/api/v1/accounts/{account}/enabling", new { }),
        ];
}
