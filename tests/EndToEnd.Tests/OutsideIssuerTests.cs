using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

/// <summary>Directory, petitions and gateway that trust an issuer outside the platform: a real one, <c>oidc-provider</c>.</summary>
public sealed class OutsideIssuerPlatform : IAsyncLifetime
{
    static readonly Guid Root = new("00000000-0000-7000-8000-000000000001");
    TestPlatform? platform;
    OutsideIssuer? issuer;

    public TestPlatform Platform => platform!;
    public OutsideIssuer Issuer => issuer!;
    public Guid Province { get; } = Guid.CreateVersion7();
    public Guid Neighbour { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        issuer = await OutsideIssuer.Start();
        var settings = new Dictionary<string, string>
        {
            ["Auth__Issuers__2__Issuer"] = issuer.Issuer,
            ["Auth__Issuers__2__MetadataAddress"] = $"{issuer.Issuer}/.well-known/openid-configuration",
            ["Auth__Issuers__2__Audience"] = OutsideIssuer.Audience,
            ["Auth__Issuers__2__Mapping__SubjectPrefix"] = "so-noi-vu:",
            ["Auth__Issuers__2__Mapping__Unit"] = "don_vi",
            ["Auth__Issuers__2__Mapping__AllowedScopes__0"] = "petitions.read",
            ["Auth__Issuers__2__Mapping__AllowedScopes__1"] = "petitions.write",
            ["Auth__Issuers__2__Mapping__AllowedScopes__2"] = "directory.read",
        };
        platform = await TestPlatform.Start(["directory", "petitions", "gateway"], settings);
        using var root = platform.Gateway.As(Root, "directory.read", "directory.write");
        await Eventually.True(
            "the gateway to reach the directory",
            async () => (await root.GetAsync("api/v1/units")).StatusCode == HttpStatusCode.OK
        );
        await Create(root, Province, "Nghệ An", "41");
        await Create(root, Neighbour, "Hà Tĩnh", "42");
    }

    /// <summary>A client that calls with a token of the outside issuer, through the gateway unless told.</summary>
    public async Task<HttpClient> As(string client, string scope, ServiceProcess? at = null) =>
        (at ?? Platform.Gateway).WithToken(await Issuer.Token(client, scope));

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
        if (issuer is not null)
            await issuer.DisposeAsync();
    }

    static async Task Create(HttpClient root, Guid id, string name, string code)
    {
        var unit = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["fullName"] = $"Tỉnh {name}",
            ["kind"] = "PROVINCE",
            ["parentId"] = Root,
            ["code"] = code,
            ["from"] = "2020-01-01",
            ["legalBasis"] = "Dữ liệu thử",
        };
        using var created = await root.PostAsJsonAsync("api/v1/units", unit);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync());
    }
}

public sealed class OutsideIssuerTests(OutsideIssuerPlatform platform) : IClassFixture<OutsideIssuerPlatform>
{
    [Fact]
    public async Task A_program_of_an_outside_issuer_works_for_the_unit_that_its_token_names_by_code()
    {
        using var province = await platform.As("province", "petitions.read petitions.write");
        var petition = await Eventually.Found(
            "a petition to be received by the province",
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/petitions");
                request.Content = JsonContent.Create(Petition(platform.Province));
                request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
                using var answer = await province.SendAsync(request);
                var said = await answer.Content.ReadFromJsonAsync<JsonNode>();
                return answer.StatusCode == HttpStatusCode.Created
                    ? said!["id"]!.GetValue<string>()
                    : throw new HttpRequestException($"{(int)answer.StatusCode} {said}");
            }
        );
        // The gateway and the service each believe the token, and each for the same unit.
        foreach (var door in (ServiceProcess[])[platform.Platform.Gateway, platform.Platform["petitions"]])
        {
            Assert.Equal(HttpStatusCode.OK, await Get(await platform.As("province", "petitions.read", door), petition));
            Assert.Equal(HttpStatusCode.NotFound, await Get(await platform.As("neighbour", "petitions.read", door), petition));
            Assert.Equal(HttpStatusCode.NotFound, await Get(await platform.As("central", "petitions.read", door), petition));
        }
        Assert.Equal(
            "so-noi-vu:province",
            await platform
                .Platform["petitions"]
                .Database.Scalar<string>("select actor from chassis.journal where subject = $1", $"petition/{petition}")
        );
    }

    [Fact]
    public async Task Whoever_names_a_unit_that_is_not_there_is_refused()
    {
        using var nobody = await platform.As("nowhere", "petitions.read");
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("api/v1/petitions")).StatusCode);
        using var atDirectory = await platform.As("nowhere", "directory.read");
        Assert.Equal(HttpStatusCode.Unauthorized, (await atDirectory.GetAsync("api/v1/units")).StatusCode);
        using var province = await platform.As("province", "directory.read");
        Assert.Equal(HttpStatusCode.OK, (await province.GetAsync("api/v1/units")).StatusCode);
    }

    [Fact]
    public async Task Scopes_above_the_ceiling_and_a_quota_of_its_own_are_passed_over()
    {
        using var province = await platform.As("province", "directory.admin directory.read");
        using var answer = await province.GetAsync("api/v1/clients");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("\"standard\";q=", answer.Headers.GetValues("RateLimit-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_somebody_else_and_an_ID_token_are_no_access_tokens()
    {
        foreach (
            var token in new[]
            {
                await platform.Issuer.Token("province", "petitions.read", "https://elsewhere.example/api"),
                await platform.Issuer.IdToken("province"),
                await platform.Issuer.IdToken(OutsideIssuer.Audience),
            }
        )
        foreach (var door in (ServiceProcess[])[platform.Platform.Gateway, platform.Platform["petitions"]])
        {
            using var client = door.WithToken(token);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("api/v1/petitions")).StatusCode);
        }
    }

    [Fact]
    public async Task Its_keys_change_without_a_word_to_the_platform()
    {
        var petitions = platform.Platform["petitions"];
        // Never shown before the change, so that nobody remembers it.
        var before = await platform.Issuer.Token("province", "petitions.read");
        await Accepted(petitions, await platform.Issuer.Token("province", "petitions.read"));

        await platform.Issuer.Rotate(keep: true);
        await Accepted(petitions, await platform.Issuer.Token("province", "petitions.read"));
        var kept = await platform.Issuer.Token("province", "petitions.read");
        await Accepted(petitions, before);

        await platform.Issuer.Rotate(keep: false);
        foreach (var door in (ServiceProcess[])[petitions, platform.Platform["directory"], platform.Platform.Gateway])
            await Accepted(door, await platform.Issuer.Token("province", "petitions.read directory.read"));
        using var old = petitions.WithToken(kept);
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.GetAsync("api/v1/petitions")).StatusCode);

        // Keys are asked for at most every ten seconds.
        static async Task Accepted(ServiceProcess door, string token)
        {
            using var client = door.WithToken(token);
            await Eventually.True(
                "the token to be accepted",
                async () => (await client.GetAsync("api/v1/nowhere")).StatusCode != HttpStatusCode.Unauthorized
            );
        }
    }

    static async Task<HttpStatusCode> Get(HttpClient client, string petition)
    {
        using (client)
        using (var answer = await client.GetAsync($"api/v1/petitions/{petition}"))
            return answer.StatusCode;
    }

    static JsonObject Petition(Guid unit) =>
        new()
        {
            ["unitId"] = unit,
            ["kind"] = "KHIEU_NAI",
            ["channel"] = "BUU_CHINH",
            ["field"] = "HANH_CHINH",
            ["receivedOn"] = "2026-08-03",
            ["summary"] = "Đề nghị xem xét việc thu hồi đất làm đường liên xã",
        };
}
