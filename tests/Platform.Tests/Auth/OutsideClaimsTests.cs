using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis.Auth;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Platform.Tests.Auth;

/// <summary>What an issuer outside the platform may say. Every token here is signed by its own key.</summary>
public sealed class OutsideClaimsTests : IDisposable
{
    const string Issuer = "https://login.example.vn";
    static readonly Guid province = Guid.CreateVersion7();
    static readonly Guid commune = Guid.CreateVersion7();
    static readonly Guid elsewhere = Guid.CreateVersion7();

    readonly RSA rsa = RSA.Create(2048);
    readonly string jwks = Path.GetTempFileName();

    public OutsideClaimsTests()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)));
        File.WriteAllText(jwks, $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"one","n":"{{key.N}}","e":"{{key.E}}"}]}""");
    }

    [Fact]
    public async Task Its_subjects_bear_its_prefix_and_its_scopes_end_at_the_ceiling()
    {
        var caller = await Caller(new(), $$""" "scope":"a.read a.write b.read","unit":"{{province}}","quota":"bulk" """);
        Assert.Equal(("so-noi-vu:me", province, Issuer), (caller!.Subject, caller.UnitId, caller.Issuer));
        Assert.Equal(["a.read", "b.read"], caller.Scopes.Order());
        Assert.Null(caller.Quota); // what it says of itself does not count
        Assert.Equal("standard", (await Caller(new() { Quota = "standard" }, """ "quota":"bulk" """))!.Quota);
    }

    [Theory]
    [InlineData("scp", """ "scp":"a.read" """)]
    [InlineData("scp", """ "scp":["a.read",7,"c.read"] """)]
    [InlineData("realm_access.roles", """ "realm_access":{"roles":["a.read"]} """)]
    [InlineData("https://example.vn/roles", """ "https://example.vn/roles":["a.read"] """)]
    public async Task Scopes_stand_where_the_mapping_says(string claim, string claims) =>
        Assert.Equal(["a.read"], (await Caller(new() { Scope = claim }, claims))!.Scopes);

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task Scopes_that_are_none_give_nothing(string value) =>
        Assert.Empty((await Caller(new() { Scope = "scp" }, $""" "scp":{value} """))!.Scopes);

    [Fact]
    public async Task A_unit_is_named_by_its_id_or_by_a_code_of_its_scheme()
    {
        Assert.Equal(commune, (await Caller(new(), """ "unit":"ADMINISTRATIVE:26734" """))!.UnitId);
        Assert.Equal(commune, (await Caller(new() { UnitScheme = "ADMINISTRATIVE" }, """ "unit":"26734" """))!.UnitId);
        Assert.Equal(commune, (await Caller(new() { Unit = "org.code" }, """ "org":{"code":"ADMINISTRATIVE:26734"} """))!.UnitId);
        Assert.Null((await Caller(new(), """ "a":1 """))!.UnitId);
    }

    [Theory]
    [InlineData(""" "unit":"ADMINISTRATIVE:99999" """)]
    [InlineData(""" "unit":"OTHER:26734" """)]
    [InlineData(""" "unit":"26734" """)]
    [InlineData(""" "unit":":26734" """)]
    [InlineData(""" "unit":"ADMINISTRATIVE:" """)]
    [InlineData(""" "unit":"" """)]
    [InlineData(""" "unit":26734 """)]
    [InlineData(""" "unit":["ADMINISTRATIVE:26734"] """)]
    public async Task A_token_that_names_a_unit_in_no_way_known_is_refused(string claims) => Assert.Null(await Caller(new(), claims));

    [Fact]
    public async Task An_issuer_speaks_for_no_unit_beyond_its_own()
    {
        var mapping = new ClaimsMapping { Within = province };
        Assert.Equal(province, (await Caller(mapping, $$""" "unit":"{{province}}" """))!.UnitId);
        Assert.Equal(commune, (await Caller(mapping, """ "unit":"ADMINISTRATIVE:26734" """))!.UnitId);
        Assert.Null(await Caller(mapping, $$""" "unit":"{{elsewhere}}" """));
    }

    [Fact]
    public async Task A_process_that_knows_no_units_believes_none_that_it_would_have_to_look_up()
    {
        Assert.Null((await Caller(new(), """ "unit":"ADMINISTRATIVE:26734" """, knowsUnits: false))!.UnitId);
        Assert.Null((await Caller(new() { Within = province }, $$""" "unit":"{{elsewhere}}" """, knowsUnits: false))!.UnitId);
        Assert.Equal(elsewhere, (await Caller(new(), $$""" "unit":"{{elsewhere}}" """, knowsUnits: false))!.UnitId);
    }

    [Fact]
    public async Task Its_audience_is_its_own()
    {
        Assert.NotNull(await Caller(new(), """ "a":1 """, audience: "https://danvan.example.vn/api", own: "https://danvan.example.vn/api"));
        Assert.Null(await Caller(new(), """ "a":1 """, audience: "https://danvan.example.vn/api", own: "danvan"));
    }

    [Theory]
    [InlineData("JWT", """ "nonce":"n" """)]
    [InlineData("JWT", """ "at_hash":"h" """)]
    [InlineData("", """ "c_hash":"h" """)]
    [InlineData("id+jwt", """ "a":1 """)]
    public async Task An_ID_token_is_no_access_token_though_it_names_the_right_audience(string type, string claims)
    {
        Assert.Null(await Caller(new(), claims, type: type));
        Assert.NotNull(await Caller(new(), claims, type: "at+jwt"));
    }

    [Fact]
    public async Task A_header_that_demands_to_be_understood_is_not() =>
        Assert.Null(await Caller(new(), """ "a":1 """, header: ""","crit":["b64"],"b64":true"""));

    [Fact]
    public void A_mapping_without_prefix_or_ceiling_stops_the_start()
    {
        var options = new AuthOptions
        {
            Audience = "danvan",
            Issuers =
            [
                new()
                {
                    Issuer = Issuer,
                    JwksFile = jwks,
                    Mapping = new(),
                },
            ],
        };
        var faults = options.Validate(new ValidationContext(options)).Select(fault => fault.ErrorMessage!).ToArray();
        Assert.Contains(faults, fault => fault.Contains("SubjectPrefix", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("AllowedScopes", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        rsa.Dispose();
        File.Delete(jwks);
    }

    async Task<Caller?> Caller(
        ClaimsMapping mapping,
        string claims,
        string type = "at+jwt",
        string audience = "danvan",
        string? own = null,
        string header = "",
        bool knowsUnits = true
    )
    {
        mapping.SubjectPrefix = "so-noi-vu:";
        if (mapping.AllowedScopes.Count == 0)
            mapping.AllowedScopes.AddRange(["a.read", "b.read"]);
        var issuer = new TrustedIssuer
        {
            Issuer = Issuer,
            JwksFile = jwks,
            Audience = own,
            Mapping = mapping,
        };
        var options = Options.Create(new AuthOptions { Audience = "danvan", Issuers = [issuer] });
        var checks = new TokenChecks(options, new NoHttp(), TimeProvider.System, knowsUnits ? new Units() : null);

        var end = TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();
        var head = $$"""{"alg":"RS256","kid":"one","typ":"{{type}}"{{header}}}""";
        var payload = $$"""{"iss":"{{Issuer}}","aud":"{{audience}}","sub":"me","exp":{{end}},{{claims}}}""";
        var text = $"{Encode(head)}.{Encode(payload)}";
        var signature = rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var token = $"{text}.{Base64Url.EncodeToString(signature)}";
        checks.Remembered(token, out var key);
        return await checks.Check(token, key, default) is { } accepted ? Chassis.Auth.Caller.Of(accepted.Principal!) : null;
    }

    static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>A province with one commune.</summary>
    sealed class Units : IUnitLookup
    {
        public ValueTask<Guid?> Find(string scheme, string code, CancellationToken ct) =>
            ValueTask.FromResult<Guid?>((scheme, code) == ("ADMINISTRATIVE", "26734") ? commune : null);

        public ValueTask<bool> IsWithin(Guid unit, Guid ancestor, CancellationToken ct) =>
            ValueTask.FromResult(unit == ancestor || (unit, ancestor) == (commune, province));
    }

    sealed class NoHttp : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new();
    }
}
