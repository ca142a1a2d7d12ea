using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DanVan.Directory.SignIn;
using DanVan.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Signs in as a browser does, without cookies and without scripts: takes the page's form, fills it in, sends it.</summary>
sealed partial class StaffBrowser(ServiceProcess directory) : IDisposable
{
    public const string Verifier = "a-verifier-of-at-least-43-characters-0123456789";

    readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = directory.Address,
    };

    public static string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static string Redirect => "http://127.0.0.1:49152/signed-in";

    /// <summary>The first page.</summary>
    public Task<SignInAnswer> Open(params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = TestDirectory.App,
            ["redirect_uri"] = Redirect,
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
            ["state"] = "s1",
        };
        foreach (var (name, value) in other)
            fields[name] = value;
        return Send(new(HttpMethod.Get, QueryHelpers.AddQueryString("oauth/authorize", fields)));
    }

    /// <summary>Fills in the form of a page and sends it.</summary>
    public Task<SignInAnswer> Submit(SignInAnswer page, params (string Name, string Value)[] typed)
    {
        var fields = page.Hidden.ToDictionary();
        foreach (var (name, value) in typed)
            fields[name] = value;
        return Send(new(HttpMethod.Post, page.Action) { Content = new FormUrlEncodedContent(fields) });
    }

    public async Task<SignInAnswer> Password(string userName, string password, params (string, string)[] other) =>
        await Submit(await Open(other), ("user_name", userName), ("password", password));

    /// <summary>From an initial password over the change of it to the code.</summary>
    public async Task<SignInAnswer> FirstSignIn(string userName, string initial, string chosen)
    {
        var change = await Password(userName, initial);
        Assert.Equal("/oauth/sign-in/password", change.Action);
        return await Submit(change, ("new_password", chosen), ("again", chosen));
    }

    public Task<(int Status, JsonElement Body)> Redeem(string code, params (string Name, string Value)[] other) =>
        Token([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier), .. other]);

    public Task<(int Status, JsonElement Body)> Refresh(string token, params (string Name, string Value)[] other) =>
        Token([("grant_type", "refresh_token"), ("refresh_token", token), .. other]);

    public async Task<(int Status, JsonElement Body)> Token(IEnumerable<(string Name, string Value)> given, string address = "oauth/token")
    {
        var fields = new Dictionary<string, string> { ["client_id"] = TestDirectory.App };
        foreach (var (name, value) in given)
            fields[name] = value;
        using var answer = await http.PostAsync(address, new FormUrlEncodedContent(fields));
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public async Task<SignInAnswer> Send(HttpRequestMessage request)
    {
        using (request)
        using (var answer = await http.SendAsync(request))
            return new(answer, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What the sign-in answered: a page with a form, or an address to go to.</summary>
sealed partial record SignInAnswer(HttpResponseMessage Answer, string Html)
{
    public int Status { get; } = (int)Answer.StatusCode;

    public string Action => WebUtility.HtmlDecode(Form().Match(Html).Groups[1].Value);

    public IEnumerable<KeyValuePair<string, string>> Hidden =>
        HiddenField()
            .Matches(Html)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));

    public string Refusal => WebUtility.HtmlDecode(Alert().Match(Html).Groups[1].Value);

    public string? Location => Answer.Headers.Location?.OriginalString;

    /// <summary>A parameter of the address that the browser is sent to.</summary>
    public string? Parameter(string name) =>
        Location is null ? null : QueryHelpers.ParseQuery(new Uri(Location).Query).GetValueOrDefault(name).ToString();

    public string Code =>
        Parameter("code") is { Length: > 0 } code ? code : throw new InvalidOperationException($"{Status}: {Location} {Html}");

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">")]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<p role=\"alert\">([^<]*)</p>")]
    private static partial Regex Alert();
}

/// <summary>An account of the tests, and what its owner knows.</summary>
sealed record Staff(Guid Id, string UserName, string Password)
{
    public const string Chosen = "một câu dài dễ nhớ của tôi";

    static int made;

    /// <summary>With its initial password.</summary>
    public static async Task<Staff> New(DirectoryRunning directory, Guid unit, params Guid[] roles)
    {
        var name = $"cb-{Interlocked.Increment(ref made)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";
        var (status, created) = await directory.Root.Post("/api/v1/accounts", new { userName = name, unitId = unit });
        Assert.True(status == 201, created.ToString());
        var account = created.GetProperty("account").Id();
        foreach (var role in roles)
            Assert.Equal(
                200,
                (await directory.Root.Post($"/api/v1/accounts/{account}/roles", new { roleId = role, from = "2020-01-01" })).Status
            );
        return new(account, name, created.Text("password")!);
    }

    /// <summary>With a password of its own choice.</summary>
    public static async Task<Staff> Ready(DirectoryRunning directory, Guid unit, params Guid[] roles)
    {
        var staff = await New(directory, unit, roles);
        using var browser = new StaffBrowser(directory.Service);
        Assert.Equal(303, (await browser.FirstSignIn(staff.UserName, staff.Password, Chosen)).Status);
        return staff with { Password = Chosen };
    }

    public static async Task<Guid> Role(DirectoryRunning directory, params string[] scopes)
    {
        var code = $"thu-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}";
        var (status, role) = await directory.Root.Post(
            "/api/v1/roles",
            new
            {
                code,
                name = "Vai trò thử",
                scopes,
            }
        );
        Assert.True(status == 201, role.ToString());
        return role.Id();
    }

    /// <summary>Signs in; the tokens.</summary>
    public async Task<(string Access, string Refresh, JsonElement Answer)> SignIn(StaffBrowser browser, params (string, string)[] other)
    {
        var (status, tokens) = await browser.Redeem((await browser.Password(UserName, Password, other)).Code);
        Assert.True(status == 200, tokens.ToString());
        return (tokens.Text("access_token")!, tokens.Text("refresh_token")!, tokens);
    }

    /// <summary>Sets up a second factor for whoever holds the token; the secret and the recovery codes.</summary>
    public async Task<(byte[] Secret, string[] Codes)> SetUp(HttpClient own)
    {
        var (status, offer) = await own.Post("/api/v1/accounts/me/second-factor", new { currentPassword = Password });
        Assert.True(status == 200, offer.ToString());
        var secret = FromBase32(offer.Text("secret")!);
        // Of the step before, so that those of now and of the next are left for signing in.
        var code = Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow()) - 1);
        (status, var set) = await own.Post("/api/v1/accounts/me/second-factor/confirmation", new { code });
        Assert.True(status == 200, set.ToString());
        return (secret, [.. set.GetProperty("recoveryCodes").EnumerateArray().Select(one => one.GetString()!)]);
    }

    static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
