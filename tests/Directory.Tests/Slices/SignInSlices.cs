using System.Net.Http.Headers;
using DanVan.Directory.Client;
using DanVan.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Staff sign in through the pages, as a browser would.</summary>
[Collection("directory of staff")]
public sealed class SignInSlices(DirectoryRunning directory) : IDisposable
{
    readonly StaffBrowser browser = new(directory.Service);

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task From_the_initial_password_to_a_token_that_the_service_takes()
    {
        var province = await directory.Province("51", "Đăng nhập");
        var roles = new[] { await Staff.Role(directory, "directory.read"), await Staff.Role(directory, "people.read", "directory.read") };
        var staff = await Staff.New(directory, province.Id(), roles);

        var done = await browser.FirstSignIn(staff.UserName, staff.Password, Staff.Chosen);
        Assert.Equal(303, done.Status);
        Assert.StartsWith(StaffBrowser.Redirect, done.Location, StringComparison.Ordinal);
        Assert.Equal(("s1", directory.Platform.Directory.Tokens.Issuer), (done.Parameter("state"), done.Parameter("iss")));

        var (status, tokens) = await browser.Redeem(done.Code);
        Assert.Equal((200, "Bearer", "directory.read people.read"), (status, tokens.Text("token_type"), tokens.Text("scope")));
        var token = new JsonWebToken(tokens.Text("access_token"));
        Assert.Equal($"account-{staff.Id:n}", token.Subject);
        Assert.Equal((TestDirectory.App, province.Id().ToString()), (token.GetClaim("client_id").Value, token.GetClaim("unit").Value));
        Assert.True(token.ValidTo - token.IssuedAt <= TimeSpan.FromMinutes(10));
        using var own = directory.Service.WithToken(tokens.Text("access_token")!);
        Assert.Equal(200, (await own.Get("/api/v1/people")).Status);
        Assert.Equal(403, (await own.Get("/api/v1/accounts")).Status);
        var (_, me) = await own.Get("/api/v1/accounts/me");
        Assert.Equal((staff.UserName, false), (me.Text("userName"), me.GetProperty("mustChangePassword").GetBoolean()));
        Assert.Equal(403, (await browser.Password(staff.UserName, staff.Password)).Status);
    }

    [Fact]
    public async Task A_token_says_whose_account_it_is_in_the_register_and_nothing_where_it_is_nobodys()
    {
        var person = await directory.Register(RootUnit.Id, "Trần Thị Chủ");
        var account = new
        {
            userName = $"cua-{person:n}"[..20],
            unitId = RootUnit.Id,
            personId = person,
        };
        var (created, answer) = await directory.Root.Post("/api/v1/accounts", account);
        Assert.Equal(201, created);
        var done = await browser.FirstSignIn(account.userName, answer.Text("password")!, Staff.Chosen);

        var token = new JsonWebToken((await browser.Redeem(done.Code)).Body.Text("access_token"));

        Assert.Equal($"{person}", token.GetClaim("person").Value);
        var nobodys = await (await Staff.Ready(directory, RootUnit.Id)).SignIn(browser);
        Assert.False(new JsonWebToken(nobodys.Access).TryGetClaim("person", out _));
    }

    [Fact]
    public async Task Who_has_no_role_signs_in_and_may_do_nothing_but_look_after_the_own_account()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var (access, _, answer) = await staff.SignIn(browser);
        Assert.Equal("", answer.Text("scope"));
        using var own = directory.Service.WithToken(access);
        Assert.Equal((200, 403), ((await own.Get("/api/v1/accounts/me")).Status, (await own.Get("/api/v1/units")).Status));
    }

    [Fact]
    public async Task A_step_is_good_once_and_for_its_own_stage()
    {
        var staff = await Staff.New(directory, RootUnit.Id);
        var change = await browser.Password(staff.UserName, staff.Password);
        var secret = change.Hidden.Single().Value;
        Assert.Equal("invalid_grant", (await browser.Redeem(secret)).Body.Text("error"));
        Assert.Equal(403, (await browser.Submit(change, ("new_password", Staff.Chosen), ("again", "khác"))).Status);
        Assert.Equal(403, (await browser.Submit(change, ("new_password", "ngắn"), ("again", "ngắn"))).Status);
        Assert.Equal(403, (await browser.Submit(change, ("new_password", staff.Password), ("again", staff.Password))).Status);
        Assert.Equal(303, (await browser.Submit(change, ("new_password", Staff.Chosen), ("again", Staff.Chosen))).Status);
        Assert.Equal(400, (await browser.Submit(change, ("new_password", "một câu khác hẳn"), ("again", "một câu khác hẳn"))).Status);
        Assert.Equal(303, (await browser.Password(staff.UserName, Staff.Chosen)).Status);
    }

    [Fact]
    public async Task The_page_loads_nothing_is_framed_by_nobody_and_sends_only_here_and_there()
    {
        var page = await browser.Open();
        Assert.Equal(200, page.Status);
        string Header(string name) => string.Join(' ', page.Answer.Headers.GetValues(name));
        var policy = Header("Content-Security-Policy");
        Assert.Matches(
            "^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; img-src data:; form-action 'self' http://127.0.0.1:49152; base-uri 'none'; frame-ancestors 'none'$",
            policy
        );
        Assert.Equal(("DENY", "no-referrer", "no-store"), (Header("X-Frame-Options"), Header("Referrer-Policy"), Header("Cache-Control")));
        Assert.False(page.Answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "://",
            page.Html.Replace("http://127.0.0.1:49152/signed-in", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_speaks_vietnamese_and_english_to_who_asks()
    {
        Assert.Contains("<html lang=\"vi\">", (await browser.Open()).Html, StringComparison.Ordinal);
        Assert.Contains("Mật khẩu", (await browser.Open()).Html, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, (await browser.Open()).Answer.RequestMessage!.RequestUri);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var english = await browser.Send(request);
        Assert.Contains("<html lang=\"en\">", english.Html, StringComparison.Ordinal);
        Assert.Contains("Password", english.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id", "other", 400)]
    [InlineData("redirect_uri", "https://evil.example/", 400)]
    [InlineData("code_challenge_method", "plain", 303)]
    [InlineData("response_type", "token", 303)]
    [InlineData("scope", "planets.read", 303)]
    public async Task A_request_that_is_not_right_goes_back_only_to_where_it_may(string name, string value, int status)
    {
        foreach (var page in new[] { await browser.Open((name, value)), await Posted(name, value) })
        {
            Assert.Equal(status, page.Status);
            if (status == 400)
                Assert.Null(page.Location);
            else
                Assert.StartsWith($"{StaffBrowser.Redirect}?error=", page.Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_typed_is_shown_back_by_no_page()
    {
        var page = await browser.Password("<script>alert(1)</script>", "<b>x</b>", ("state", "\"><script>alert(2)</script>"));
        Assert.Equal(403, page.Status);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        Assert.Equal("\"><script>alert(2)</script>", page.Hidden.Single(field => field.Key == "state").Value);
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused_and_breaks_nothing()
    {
        foreach (var address in new[] { "oauth/authorize", "oauth/sign-in/code", "oauth/sign-in/password", "oauth/token", "oauth/revoke" })
        {
            HttpContent[] bodies =
            [
                new StringContent("{}", null, "application/json"),
                new StringContent(string.Concat(Enumerable.Repeat("a&", 4000)), null, "application/x-www-form-urlencoded"),
                new FormUrlEncodedContent([]),
            ];
            foreach (var body in bodies)
                Assert.InRange((await browser.Send(new(HttpMethod.Post, address) { Content = body })).Status, 400, 415);
            using var large = new StringContent($"a={new string('a', 20_000)}", null, "application/x-www-form-urlencoded");
            Assert.Equal((address, 413), (address, (await browser.Send(new(HttpMethod.Post, address) { Content = large })).Status));
        }
    }

    [Fact]
    public async Task The_discovery_document_names_where_staff_sign_in()
    {
        var (_, document) = await directory.Service.Http.Get("/.well-known/openid-configuration");
        var issuer = document.Text("issuer");
        Assert.Equal($"{issuer}/oauth/authorize", document.Text("authorization_endpoint"));
        Assert.Equal($"{issuer}/oauth/revoke", document.Text("revocation_endpoint"));
        string[] List(string name) => [.. document.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
        Assert.Equal(["client_credentials", "authorization_code", "refresh_token"], List("grant_types_supported"));
        Assert.Equal(["code"], List("response_types_supported"));
        Assert.Equal(["S256"], List("code_challenge_methods_supported"));
        Assert.Contains("none", List("token_endpoint_auth_methods_supported"));
    }

    async Task<SignInAnswer> Posted(string name, string value) =>
        await browser.Submit(await browser.Open(), ("user_name", "x"), ("password", "x"), (name, value));
}
