using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Clients that prove who they are by a key (private_key_jwt, RFC 7523), at the real token endpoint.</summary>
[Collection("directory of clients")]
public class AssertionSlices(DirectoryRunning directory)
{
    string Endpoint => $"{directory.Platform.Directory.Tokens.Issuer}/oauth/token";

    [Fact]
    public async Task A_client_with_a_key_needs_no_secret_and_is_shown_none()
    {
        var pair = ClientKeyPair.Rsa("one");
        var (status, created) = await directory.Root.Post("/api/v1/clients", Client(pair));
        Assert.Equal(
            (201, null, 0),
            (status, created.Text("secret"), created.GetProperty("client").GetProperty("validSecrets").GetInt32())
        );
        var login = created.GetProperty("client").Text("clientId")!;
        var answer = await directory.Service.AskWithAssertion(pair.Assertion(login, Endpoint));
        Assert.Equal(200, answer.Status);
        using var client = directory.Service.WithToken(answer.Token);
        Assert.Equal(200, (await client.Get("/api/v1/units")).Status);
        Assert.Equal(401, (await directory.Service.AskWithSecret(login, "")).Status);
    }

    [Fact]
    public async Task The_issuer_is_an_audience_too_and_an_elliptic_curve_a_key()
    {
        var pair = ClientKeyPair.Ec("curve");
        var login = await Register(pair);
        Assert.Equal(200, (await Ask(pair.Assertion(login, directory.Platform.Directory.Tokens.Issuer))).Status);
        Assert.Equal(200, (await Ask(pair.Assertion(login, Endpoint, (_, claims) => claims["exp"] = Now(290)))).Status);
        Assert.Equal(200, (await Ask(pair.Assertion(login, Endpoint, (header, _) => header.Remove("kid")))).Status);
    }

    [Fact]
    public async Task An_assertion_is_good_once_at_whichever_instance_it_is_shown()
    {
        await using var replica = await directory.Service.Replica();
        var pair = ClientKeyPair.Rsa("one");
        var login = await Register(pair);
        var assertion = pair.Assertion(login, Endpoint);
        Assert.Equal(200, (await directory.Service.AskWithAssertion(assertion)).Status);
        Assert.Equal((401, "invalid_client"), await Outcome(directory.Service.AskWithAssertion(assertion)));
        Assert.Equal((401, "invalid_client"), await Outcome(replica.AskWithAssertion(assertion)));

        var atOnce = pair.Assertion(login, Endpoint);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? directory.Service : replica).AskWithAssertion(atOnce))
        );
        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
    }

    public static TheoryData<string> Attacks => [.. attacks.Keys];

    static readonly Dictionary<string, Action<JsonObject, JsonObject>> attacks = new()
    {
        ["for another audience"] = (_, claims) => claims["aud"] = "https://elsewhere.example/oauth/token",
        ["for us and for somebody else"] = (_, claims) =>
            claims["aud"] = new JsonArray(claims["aud"]!.DeepClone(), "https://elsewhere.example"),
        ["for nobody"] = (_, claims) => claims.Remove("aud"),
        ["without a signature"] = (header, _) => header["alg"] = "none",
        ["signed with the public key as a secret"] = (header, _) => header["alg"] = "HS256",
        ["expired"] = (_, claims) => claims["exp"] = Now(-40),
        ["without an end"] = (_, claims) => claims.Remove("exp"),
        ["for ten minutes"] = (_, claims) => claims["exp"] = Now(600),
        ["not yet good"] = (_, claims) => claims["nbf"] = Now(50),
        ["without a number"] = (_, claims) => claims.Remove("jti"),
        ["by an unknown key id"] = (header, _) => header["kid"] = "another",
        ["by another issuer"] = (_, claims) => claims["iss"] = "somebody",
        ["of another client"] = (_, claims) => (claims["iss"], claims["sub"]) = ("test-administrator", "test-administrator"),
        ["for another client"] = (_, claims) => claims["sub"] = "test-administrator",
        ["that is an access token"] = (header, _) => header["typ"] = "at+jwt",
        ["that demands to be understood"] = (header, _) =>
        {
            header["crit"] = new JsonArray("exp");
            header["exp"] = 1;
        },
    };

    [Theory, MemberData(nameof(Attacks))]
    public async Task An_assertion_is_refused(string that)
    {
        var pair = ClientKeyPair.Rsa("one");
        var login = await Register(pair);
        Assert.Equal(200, (await Ask(pair.Assertion(login, Endpoint))).Status);
        Assert.Equal((401, "invalid_client"), await Outcome(Ask(pair.Assertion(login, Endpoint, attacks[that]))));
    }

    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("jwk")]
    public async Task A_key_that_an_assertion_brings_along_is_not_looked_at(string member)
    {
        var login = await Register(ClientKeyPair.Rsa("one"));
        var mine = ClientKeyPair.Rsa("one");
        var forged = mine.Assertion(
            login,
            Endpoint,
            (header, _) => header[member] = member == "jwk" ? JsonSerializer.SerializeToNode(mine.Jwk) : "http://127.0.0.1:9/keys.json"
        );
        Assert.Equal((401, "invalid_client"), await Outcome(Ask(forged)));
    }

    [Fact]
    public async Task An_assertion_counts_in_the_body_alone_and_alone_there()
    {
        var pair = ClientKeyPair.Rsa("one");
        var login = await Register(pair);
        var query = $"client_assertion_type={Uri.EscapeDataString(TypeOfAssertions)}&client_assertion={pair.Assertion(login, Endpoint)}";
        using var inQuery = new HttpRequestMessage(HttpMethod.Post, $"/oauth/token?{query}")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        using var answer = await directory.Service.Http.SendAsync(inQuery);
        Assert.Equal(400, (int)answer.StatusCode);

        var both = await directory.Service.AskForToken(
            null,
            ("grant_type", "client_credentials"),
            ("client_id", login),
            ("client_secret", "x"),
            ("client_assertion_type", TypeOfAssertions),
            ("client_assertion", pair.Assertion(login, Endpoint))
        );
        Assert.Equal((400, "invalid_request"), (both.Status, both.Error));
        var another = await directory.Service.AskForToken(
            null,
            ("grant_type", "client_credentials"),
            ("client_id", "test-administrator"),
            ("client_assertion_type", TypeOfAssertions),
            ("client_assertion", pair.Assertion(login, Endpoint))
        );
        Assert.Equal((401, "invalid_client"), (another.Status, another.Error));
    }

    [Fact]
    public async Task An_unknown_client_is_answered_like_a_known_one()
    {
        var pair = ClientKeyPair.Rsa("one");
        var login = await Register(pair);
        var known = await Ask(ClientKeyPair.Rsa("one").Assertion(login, Endpoint));
        var unknown = await Ask(ClientKeyPair.Rsa("one").Assertion("nobody-at-all", Endpoint));
        Assert.Equal((known.Status, known.Body.ToString()), (unknown.Status, unknown.Body.ToString()));
        Assert.Equal(401, known.Status);
    }

    [Fact]
    public async Task Keys_change_over_like_secrets_do()
    {
        var (first, second) = (ClientKeyPair.Rsa("first"), ClientKeyPair.Ec("second"));
        var (_, created) = await directory.Root.Post("/api/v1/clients", Client(first));
        var client = created.GetProperty("client");
        var (address, login) = ($"/api/v1/clients/{client.Id()}/keys", client.Text("clientId")!);

        var (status, changed) = await directory.Root.Change(
            HttpMethod.Put,
            address,
            client.Version(),
            new { keys = new[] { second.Jwk }, overlapHours = 1 }
        );
        Assert.Equal(200, status);
        Assert.Equal(["first", "second"], changed.GetProperty("keys").EnumerateArray().Select(key => key.Text("keyId")!).Order());
        Assert.Equal(200, (await Ask(first.Assertion(login, Endpoint))).Status);
        Assert.Equal(200, (await Ask(second.Assertion(login, Endpoint))).Status);

        (status, changed) = await directory.Root.Change(
            HttpMethod.Put,
            address,
            changed.Version(),
            new { keys = new[] { second.Jwk }, overlapHours = 0 }
        );
        Assert.Equal(200, status);
        Assert.Equal(["second"], changed.GetProperty("keys").EnumerateArray().Select(key => key.Text("keyId")));
        Assert.Equal(401, (await Ask(first.Assertion(login, Endpoint))).Status);
        Assert.Equal(200, (await Ask(second.Assertion(login, Endpoint))).Status);

        await directory.Root.Post($"/api/v1/clients/{client.Id()}/disabling", new { reason = "thử" });
        Assert.Equal(401, (await Ask(second.Assertion(login, Endpoint))).Status);
    }

    [Fact]
    public async Task A_secret_ends_when_a_key_has_taken_its_place_and_not_before()
    {
        var (_, created) = await directory.Root.Post("/api/v1/clients", Client(null));
        var (client, secret) = (created.GetProperty("client"), created.Text("secret")!);
        var (address, login) = ($"/api/v1/clients/{client.Id()}", client.Text("clientId")!);
        var (status, problem) = await directory.Root.Change(HttpMethod.Delete, $"{address}/secrets", client.Version());
        Assert.Equal((409, "clients.no-other-way-in"), (status, problem.Text("code")));

        var (_, changed) = await directory.Root.Change(
            HttpMethod.Put,
            $"{address}/keys",
            client.Version(),
            new { keys = new[] { ClientKeyPair.Ec("one").Jwk } }
        );
        Assert.Equal(200, (await directory.Service.AskWithSecret(login, secret)).Status);
        (status, changed) = await directory.Root.Change(HttpMethod.Delete, $"{address}/secrets", changed.Version());
        Assert.Equal((200, 0), (status, changed.GetProperty("validSecrets").GetInt32()));
        Assert.Equal(401, (await directory.Service.AskWithSecret(login, secret)).Status);
    }

    const string TypeOfAssertions = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    Task<TokenAnswer> Ask(string assertion) => directory.Service.AskWithAssertion(assertion);

    static async Task<(int, string?)> Outcome(Task<TokenAnswer> asked) => ((await asked).Status, (await asked).Error);

    static long Now(int seconds) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;

    async Task<string> Register(ClientKeyPair pair)
    {
        var (status, created) = await directory.Root.Post("/api/v1/clients", Client(pair));
        Assert.True(status == 201, created.ToString());
        return created.GetProperty("client").Text("clientId")!;
    }

    static Dictionary<string, object> Client(ClientKeyPair? pair)
    {
        var client = new Dictionary<string, object>
        {
            ["name"] = "Chương trình có khóa",
            ["unitId"] = RootUnit.Id,
            ["scopes"] = new[] { "directory.read" },
        };
        if (pair is not null)
            client["keys"] = new[] { pair.Jwk };
        return client;
    }
}
