using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DanVan.Directory.Tests.Slices;

[Collection("directory")]
public class TokenSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task The_first_administrator_gets_a_token_that_the_service_accepts()
    {
        var (status, answer) = await Ask(directory.Platform.Directory.ClientId, directory.Platform.Directory.ClientSecret);
        Assert.Equal(200, status);
        Assert.Equal("Bearer", answer.Text("token_type"));
        Assert.InRange(answer.GetProperty("expires_in").GetInt32(), 1, 600);
        using var client = directory.Service.WithToken(answer.Text("access_token")!);
        Assert.Equal(200, (await client.Get("/api/v1/clients")).Status);
    }

    [Fact]
    public async Task A_token_says_who_for_which_unit_what_and_how_long()
    {
        var (_, answer) = await Ask(
            directory.Platform.Directory.ClientId,
            directory.Platform.Directory.ClientSecret,
            scope: "directory.read events.read"
        );
        var token = new JsonWebToken(answer.Text("access_token"));
        Assert.Equal(("at+jwt", "RS256"), (token.Typ, token.Alg));
        Assert.Equal(directory.Platform.Directory.ClientId, token.Subject);
        Assert.Equal(directory.Platform.Directory.ClientId, token.GetClaim("client_id").Value);
        Assert.Equal("directory.read events.read", token.GetClaim("scope").Value);
        Assert.Equal(RootUnit.Id.ToString(), token.GetClaim("unit").Value);
        Assert.Equal(["danvan"], token.Audiences);
        Assert.NotEmpty(token.Id);
        Assert.True(token.ValidTo - token.IssuedAt <= TimeSpan.FromMinutes(10));
        var (_, keys) = await directory.Service.Http.Get("/.well-known/jwks.json");
        Assert.Contains(token.Kid, keys.GetProperty("keys").EnumerateArray().Select(key => key.Text("kid")));
        Assert.DoesNotContain("\"d\"", keys.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_ways_of_giving_the_secret_are_taken_and_both_at_once_are_not()
    {
        var (id, secret) = (directory.Platform.Directory.ClientId, directory.Platform.Directory.ClientSecret);
        Assert.Equal(200, (await Ask(id, secret, basic: true)).Status);
        Assert.Equal(200, (await Ask(id, secret)).Status);
        using var request = Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));
        request.Headers.Authorization = Basic(id, secret);
        Assert.Equal((400, "invalid_request"), await Send(request));
    }

    [Fact]
    public async Task Errors_are_those_of_RFC_6749()
    {
        var (id, secret) = (directory.Platform.Directory.ClientId, directory.Platform.Directory.ClientSecret);
        Assert.Equal(
            (401, "invalid_client"),
            await Send(Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", "wrong")))
        );
        Assert.Equal(
            (401, "invalid_client"),
            await Send(Form(("grant_type", "client_credentials"), ("client_id", "nobody"), ("client_secret", secret)))
        );
        Assert.Equal(
            (400, "unsupported_grant_type"),
            await Send(Form(("grant_type", "password"), ("client_id", id), ("client_secret", secret)))
        );
        Assert.Equal((400, "invalid_request"), await Send(Form(("client_id", id), ("client_secret", secret))));
        Assert.Equal((400, "invalid_request"), await Send(Form(("grant_type", "client_credentials"))));
        Assert.Equal(
            (400, "invalid_request"),
            await Send(
                Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret), ("scope", "a"), ("scope", "b"))
            )
        );
        Assert.Equal(
            (400, "invalid_scope"),
            await Send(Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret), ("scope", "planets.read")))
        );
        using var json = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        Assert.InRange((await Send(json)).Status, 400, 415);
    }

    [Fact]
    public async Task During_a_rotation_both_secrets_open_and_after_it_only_the_new_one()
    {
        var (id, login, first) = await Register();
        var (_, rotated) = await directory.Root.Post($"/api/v1/clients/{id}/secrets", new { overlapHours = 1 });
        var second = rotated.Text("secret")!;
        Assert.Equal((200, 200), ((await Ask(login, first)).Status, (await Ask(login, second)).Status));
        Assert.Equal(2, rotated.GetProperty("client").GetProperty("validSecrets").GetInt32());

        (_, rotated) = await directory.Root.Post($"/api/v1/clients/{id}/secrets", new { overlapHours = 0 });
        Assert.Equal((401, 401), ((await Ask(login, first)).Status, (await Ask(login, second)).Status));
        Assert.Equal(200, (await Ask(login, rotated.Text("secret")!)).Status);
    }

    [Fact]
    public async Task A_disabled_client_gets_no_token()
    {
        var (id, login, secret) = await Register();
        Assert.Equal(200, (await Ask(login, secret)).Status);
        Assert.Equal(200, (await directory.Root.Post($"/api/v1/clients/{id}/disabling", new { reason = "thử" })).Status);
        Assert.Equal(401, (await Ask(login, secret)).Status);
        Assert.Equal(409, (await directory.Root.Post($"/api/v1/clients/{id}/secrets", new { overlapHours = 1 })).Status);
    }

    [Fact]
    public async Task An_unknown_client_takes_as_long_as_a_known_one()
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        // Turn by turn, so that whatever else the machine does weighs on both alike.
        for (var i = 0; i < 150; i++)
        {
            known.Add(await Time(directory.Platform.Directory.ClientId));
            unknown.Add(await Time("nobody-at-all"));
        }
        Assert.InRange(Median(unknown) / Median(known), 0.7, 1.4);

        async Task<double> Time(string login)
        {
            var began = Stopwatch.GetTimestamp();
            Assert.Equal(401, (await directory.Service.AskWithSecret(login, "wrong")).Status);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    [Fact]
    public async Task A_second_instance_signs_with_and_publishes_the_same_keys()
    {
        await using var replica = await directory.Service.Replica();
        Assert.Equal(
            (await directory.Service.Http.Get("/oauth/jwks")).Body.ToString(),
            (await replica.Http.Get("/.well-known/jwks.json")).Body.ToString()
        );
        var (_, answer) = await Ask(directory.Platform.Directory.ClientId, directory.Platform.Directory.ClientSecret);
        using var client = replica.WithToken(answer.Text("access_token")!);
        Assert.Equal(200, (await client.Get("/api/v1/units")).Status);
    }

    [Fact]
    public async Task Private_keys_and_secrets_are_not_readable_in_the_database()
    {
        var stored = await directory.Service.Database.Scalar<byte[]>("select encrypted from signing_keys limit 1");
        Assert.ThrowsAny<Exception>(() => System.Security.Cryptography.RSA.Create().ImportPkcs8PrivateKey(stored, out _));
        var hash = await directory.Service.Database.Scalar<byte[]>("select hash from api_client_secrets limit 1");
        Assert.Equal(32, hash.Length);
    }

    [Fact]
    public async Task The_discovery_document_names_the_issuer_and_where_the_keys_are()
    {
        var (status, document) = await directory.Service.Http.Get("/.well-known/openid-configuration");
        Assert.Equal(200, status);
        Assert.Equal(directory.Platform.Directory.Tokens.Issuer, document.Text("issuer"));
        using var http = new HttpClient();
        Assert.Contains("\"kid\"", await http.GetStringAsync(document.Text("jwks_uri")), StringComparison.Ordinal);
    }

    async Task<(Guid Id, string Login, string Secret)> Register()
    {
        var (status, created) = await directory.Root.Post(
            "/api/v1/clients",
            new
            {
                name = "Chương trình thử",
                unitId = RootUnit.Id,
                scopes = new[] { "directory.read" },
            }
        );
        Assert.Equal(201, status);
        return (created.GetProperty("client").Id(), created.GetProperty("client").Text("clientId")!, created.Text("secret")!);
    }

    async Task<(int Status, JsonElement Body)> Ask(string id, string secret, string? scope = null, bool basic = false)
    {
        var fields = new List<(string, string)> { ("grant_type", "client_credentials") };
        if (scope is not null)
            fields.Add(("scope", scope));
        if (!basic)
            fields.AddRange([("client_id", id), ("client_secret", secret)]);
        using var request = Form([.. fields]);
        if (basic)
            request.Headers.Authorization = Basic(id, secret);
        using var answer = await directory.Service.Http.SendAsync(request);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    async Task<(int Status, string? Error)> Send(HttpRequestMessage request)
    {
        using var answer = await directory.Service.Http.SendAsync(request);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).Text("error"));
    }

    static HttpRequestMessage Form(params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };

    static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
}
