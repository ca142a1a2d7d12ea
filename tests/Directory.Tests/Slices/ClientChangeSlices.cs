using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What can be changed about a client after it was registered, and what is seen of it.</summary>
[Collection("directory of clients")]
public class ClientChangeSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task Scopes_and_quota_are_changed_to_the_version_that_was_read()
    {
        var (client, secret) = await Register(RootUnit.Id, "directory.read");
        var address = $"/api/v1/clients/{client.Id()}";
        var change = Change("petitions.read", "directory.read");
        Assert.Equal(428, (await directory.Root.Change(HttpMethod.Put, address, null, change)).Status);
        Assert.Equal(412, (await directory.Root.Change(HttpMethod.Put, address, 9, change)).Status);
        var (status, changed) = await directory.Root.Change(HttpMethod.Put, address, client.Version(), change);
        Assert.Equal((200, 2, "bulk"), (status, changed.Version(), changed.Text("quota")));
        Assert.Equal(412, (await directory.Root.Change(HttpMethod.Put, address, client.Version(), change)).Status);

        var token = new JsonWebToken((await directory.Service.AskWithSecret(client.Text("clientId")!, secret)).Token);
        Assert.Equal("directory.read petitions.read", token.GetClaim("scope").Value);
        Assert.Equal("bulk", token.GetClaim("quota").Value);
        await IsAnnounced(client.Id(), 2, "api-client-changed", """{"quota": "bulk"}""");
    }

    [Fact]
    public async Task What_is_added_the_administrator_must_have_and_what_stays_not()
    {
        var (client, _) = await Register(RootUnit.Id, "directory.read", "petitions.read");
        var small = directory.As(RootUnit.Id, "directory.admin", "directory.read");
        var address = $"/api/v1/clients/{client.Id()}";
        var (status, problem) = await small.Change(HttpMethod.Put, address, 1, Change("petitions.read", "petitions.write"));
        Assert.Equal((409, "clients.more-than-own"), (status, problem.Text("code")));
        (status, problem) = await small.Change(HttpMethod.Put, address, 1, Change("planets.read"));
        Assert.Equal((400, "clients.unknown-scope"), (status, problem.Text("code")));
        Assert.Equal(200, (await small.Change(HttpMethod.Put, address, 1, Change("petitions.read"))).Status);
        // A key would let the administrator act as the client.
        (status, problem) = await small.Change(HttpMethod.Put, $"{address}/keys", 2, new { keys = new[] { ClientKeyPair.Ec("mine").Jwk } });
        Assert.Equal((409, "clients.more-than-own"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task Another_quota_than_the_standard_one_is_for_the_centre_to_give()
    {
        var province = await directory.Province("38");
        var administrator = directory.As(province.Id());
        var (status, problem) = await administrator.Post("/api/v1/clients", Client(province.Id(), "bulk", "directory.read"));
        Assert.Equal((409, "clients.quota-of-the-centre"), (status, problem.Text("code")));
        (status, problem) = await directory.Root.Post("/api/v1/clients", Client(province.Id(), "endless", "directory.read"));
        Assert.Equal((400, "clients.unknown-quota"), (status, problem.Text("code")));
        (status, var given) = await directory.Root.Post("/api/v1/clients", Client(province.Id(), "bulk", "directory.read"));
        Assert.Equal(201, status);
        // What the centre gave stays when the province changes something else.
        var address = $"/api/v1/clients/{given.GetProperty("client").Id()}";
        (status, var changed) = await administrator.Change(HttpMethod.Put, address, 1, Change("directory.read"));
        Assert.Equal((200, "bulk"), (status, changed.Text("quota")));
    }

    [Fact]
    public async Task The_day_of_its_last_token_is_seen_and_nothing_is_announced_for_it()
    {
        var (client, secret) = await Register(RootUnit.Id, "directory.read");
        Assert.False(client.TryGetProperty("lastUsedOn", out var never) && never.ValueKind != JsonValueKind.Null);
        await directory.Service.AskWithSecret(client.Text("clientId")!, "wrong");
        Assert.Null(await LastUsed());
        await directory.Service.AskWithSecret(client.Text("clientId")!, secret);
        await directory.Service.AskWithSecret(client.Text("clientId")!, secret);
        var today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", null);
        Assert.Equal(today, await LastUsed());

        await using var tomorrow = await directory.Service.Replica(new Dictionary<string, string> { ["Clock__Offset"] = "1.00:00:00" });
        await tomorrow.AskWithSecret(client.Text("clientId")!, secret);
        Assert.NotEqual(today, await LastUsed());
        Assert.Equal(1, (await directory.Root.Get($"/api/v1/clients/{client.Id()}")).Body.Version());

        async Task<string?> LastUsed() => (await directory.Root.Get($"/api/v1/clients/{client.Id()}")).Body.Text("lastUsedOn");
    }

    [Fact]
    public async Task During_a_rotation_it_is_seen_when_the_earlier_secret_ends()
    {
        var (client, _) = await Register(RootUnit.Id, "directory.read");
        var (_, rotated) = await directory.Root.Post($"/api/v1/clients/{client.Id()}/secrets", new { overlapHours = 2 });
        var until = rotated.GetProperty("client").GetProperty("earlierSecretUntil").GetDateTimeOffset();
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(119), TimeSpan.FromMinutes(120));
    }

    [Fact]
    public async Task A_change_of_keys_is_announced_by_their_names_alone()
    {
        var (client, _) = await Register(RootUnit.Id, "directory.read");
        var pair = ClientKeyPair.Rsa("tên-khóa");
        var (status, changed) = await directory.Root.Change(
            HttpMethod.Put,
            $"/api/v1/clients/{client.Id()}/keys",
            1,
            new { keys = new[] { pair.Jwk } }
        );
        Assert.True(status == 200, changed.ToString());
        await IsAnnounced(client.Id(), 2, "api-client-keys-replaced", """{"keyIds": ["tên-khóa"]}""");
        await directory.Root.Change(HttpMethod.Delete, $"/api/v1/clients/{client.Id()}/secrets", 2);
        await IsAnnounced(client.Id(), 3, "api-client-secrets-ended", "{}");
        Assert.Equal(
            0,
            await directory.Service.Database.Scalar<long>(
                "select count(*) from chassis.journal where data::text like '%' || $1 || '%'",
                pair.Jwk["n"]
            )
        );
    }

    [Theory]
    [InlineData("""{"kty":"oct","k":"c2VjcmV0"}""", "kty")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"private"}""", "d")]
    [InlineData("""{"kty":"RSA","n":"sXch","e":"AQAB"}""", "keys[0].n")]
    [InlineData("""{"kty":"RSA","use":"enc","n":"sXch","e":"AQAB"}""", "use")]
    public async Task A_key_that_is_not_right_is_refused_by_the_name_of_the_field(string key, string field)
    {
        var body = Client(RootUnit.Id, null, "directory.read");
        body["keys"] = new[] { JsonElement.Parse(key) };
        var (status, problem) = await directory.Root.Post("/api/v1/clients", body);
        Assert.Equal(400, status);
        Assert.Contains(field, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_neighbour_changes_nothing()
    {
        var (mine, neighbour) = (await directory.Province("39", "Mình"), await directory.Province("40", "Bên cạnh"));
        var (client, _) = await Register(mine.Id(), "directory.read");
        var (stranger, address) = (directory.As(neighbour.Id()), $"/api/v1/clients/{client.Id()}");
        Assert.Equal(404, (await stranger.Change(HttpMethod.Put, address, 1, Change("directory.read"))).Status);
        var keys = new { keys = Array.Empty<object>() };
        Assert.Equal(404, (await stranger.Change(HttpMethod.Put, $"{address}/keys", 1, keys)).Status);
        Assert.Equal(404, (await stranger.Change(HttpMethod.Delete, $"{address}/secrets", 1)).Status);
        var signingKeys = "/api/v1/directory/signing-keys";
        Assert.Equal(403, (await stranger.Post(signingKeys, new { })).Status);
        Assert.Equal(403, (await stranger.Post($"{signingKeys}/x/withdrawal", new { reason = "x" })).Status);
    }

    [Fact]
    public async Task A_disabled_client_is_changed_no_more()
    {
        var (client, _) = await Register(RootUnit.Id, "directory.read");
        var address = $"/api/v1/clients/{client.Id()}";
        await directory.Root.Post($"{address}/disabling", new { reason = "thử" });
        Assert.Equal(409, (await directory.Root.Change(HttpMethod.Put, address, 2, Change("directory.read"))).Status);
        var keys = new { keys = Array.Empty<object>() };
        Assert.Equal(409, (await directory.Root.Change(HttpMethod.Put, $"{address}/keys", 2, keys)).Status);
        Assert.Equal(409, (await directory.Root.Change(HttpMethod.Delete, $"{address}/secrets", 2)).Status);
    }

    Task IsAnnounced(Guid client, int version, string type, string holds) =>
        Eventually.True(
            $"the event {type}",
            async () =>
                await directory.Service.Database.Scalar<bool>(
                    "select exists (select from chassis.journal where subject = $1 and version = $2 and type like '%' || $3 || '%' and data @> $4::jsonb)",
                    $"api-client/{client}",
                    version,
                    type,
                    holds
                )
        );

    async Task<(JsonElement Client, string Secret)> Register(Guid unit, params string[] scopes)
    {
        var (status, created) = await directory.Root.Post("/api/v1/clients", Client(unit, null, scopes));
        Assert.True(status == 201, created.ToString());
        return (created.GetProperty("client"), created.Text("secret")!);
    }

    static object Change(params string[] scopes) =>
        new
        {
            name = "Chương trình thử",
            scopes,
            quota = "bulk",
        };

    static Dictionary<string, object> Client(Guid unit, string? quota, params string[] scopes)
    {
        var client = new Dictionary<string, object>
        {
            ["name"] = "Chương trình thử",
            ["unitId"] = unit,
            ["scopes"] = scopes,
        };
        if (quota is not null)
            client["quota"] = quota;
        return client;
    }
}
