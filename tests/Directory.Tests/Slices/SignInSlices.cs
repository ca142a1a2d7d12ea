using System.Diagnostics;
using System.Net.Http.Headers;
using DanVan.Directory.Client;
using DanVan.Directory.SignIn;
using DanVan.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Staff sign in through the pages, as a browser would.</summary>
[Collection("directory")]
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
    public async Task Who_has_no_role_signs_in_and_may_do_nothing_but_look_after_the_own_account()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var (access, _, answer) = await staff.SignIn(browser);
        Assert.Equal("", answer.Text("scope"));
        using var own = directory.Service.WithToken(access);
        Assert.Equal((200, 403), ((await own.Get("/api/v1/accounts/me")).Status, (await own.Get("/api/v1/units")).Status));
    }

    [Fact]
    public async Task An_application_gets_no_more_than_it_asked_for_and_the_account_has()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id, await Staff.Role(directory, "directory.read", "people.read"));
        var (_, refresh, answer) = await staff.SignIn(browser, ("scope", "people.read petitions.read"));
        Assert.Equal("people.read", answer.Text("scope"));
        Assert.Equal("invalid_grant", (await browser.Refresh(refresh, ("scope", "directory.read"))).Body.Text("error"));
        Assert.Equal("people.read", (await browser.Refresh(refresh, ("scope", "people.read"))).Body.Text("scope"));
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
    public async Task A_wrong_name_a_wrong_password_a_locked_and_a_closed_account_look_alike()
    {
        var (wrong, locked, closed) = (await Ready(), await Ready(), await Ready());
        for (var i = 0; i < 5; i++)
            await browser.Password(locked.UserName, "falsch");
        Assert.Equal(200, (await directory.Root.Post($"/api/v1/accounts/{closed.Id}/disabling", new { reason = "thử" })).Status);

        SignInAnswer[] pages =
        [
            await browser.Password("nobody-at-all", Staff.Chosen),
            await browser.Password(wrong.UserName, "falsch"),
            await browser.Password(locked.UserName, Staff.Chosen),
            await browser.Password(closed.UserName, Staff.Chosen),
            await browser.Password(wrong.UserName, new string('x', 4000)),
            await browser.Password(wrong.UserName, "a\u0001b"),
        ];
        Assert.All(pages, page => Assert.Equal((403, pages[0].Html), (page.Status, page.Html)));
        Assert.Equal(303, (await browser.Password(wrong.UserName, Staff.Chosen)).Status);
        Assert.NotNull((await directory.Root.Get($"/api/v1/accounts/{locked.Id}")).Body.Text("lockedUntil"));
    }

    [Fact]
    public async Task An_unknown_name_and_a_locked_account_take_as_long_as_a_wrong_password()
    {
        // Names differ, so that no known account is locked on the way.
        var known = new List<Staff>();
        for (var i = 0; i < 10; i++)
            known.Add(await Ready());
        var locked = await Ready();
        for (var i = 0; i < 5; i++)
            await browser.Password(locked.UserName, "falsch");
        var page = await browser.Open();
        var (ofKnown, ofUnknown, ofLocked) = (new List<double>(), new List<double>(), new List<double>());
        // Turn by turn, so that whatever else the machine does weighs on all alike.
        for (var i = 0; i < 40; i++)
        {
            ofKnown.Add(await Time(known[i % 10].UserName));
            ofUnknown.Add(await Time($"nobody-{i}"));
            ofLocked.Add(await Time(locked.UserName));
        }
        Assert.InRange(Median(ofUnknown) / Median(ofKnown), 0.8, 1.25);
        Assert.InRange(Median(ofLocked) / Median(ofKnown), 0.8, 1.25);

        async Task<double> Time(string name)
        {
            var began = Stopwatch.GetTimestamp();
            Assert.Equal(403, (await browser.Submit(page, ("user_name", name), ("password", "falsch"))).Status);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_each_code_opens_once()
    {
        var staff = await Ready();
        var (access, _, _) = await staff.SignIn(browser);
        using var own = directory.Service.WithToken(access);
        var (secret, recovery) = await staff.SetUp(own);
        var code = Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow()));

        var asks = await browser.Password(staff.UserName, staff.Password);
        Assert.Equal((200, "/oauth/sign-in/code"), (asks.Status, asks.Action));
        Assert.Equal(403, (await browser.Submit(asks, ("code", "000000"))).Status);
        var done = await browser.Submit(asks, ("code", $"{code[..3]} {code[3..]}"));
        Assert.Equal(303, done.Status);
        Assert.Equal(200, (await browser.Redeem(done.Code)).Status);
        Assert.Equal(400, (await browser.Submit(asks, ("code", code))).Status);

        asks = await browser.Password(staff.UserName, staff.Password);
        Assert.Equal(403, (await browser.Submit(asks, ("code", code))).Status);
        Assert.Equal(303, (await browser.Submit(asks, ("code", recovery[0].ToUpperInvariant()))).Status);
        asks = await browser.Password(staff.UserName, staff.Password);
        Assert.Equal(403, (await browser.Submit(asks, ("code", recovery[0]))).Status);
        Assert.Equal(9, (await own.Get("/api/v1/accounts/me")).Body.GetProperty("recoveryCodes").GetInt32());
    }

    [Fact]
    public async Task A_right_password_buys_no_more_guesses_at_the_second_factor()
    {
        var staff = await Ready();
        using (var own = directory.Service.WithToken((await staff.SignIn(browser)).Access))
            await staff.SetUp(own);
        var guesses = 0;
        for (; guesses < 50; guesses++)
        {
            var asks = await browser.Password(staff.UserName, staff.Password);
            if (asks.Status != 200)
                break;
            Assert.Equal(403, (await browser.Submit(asks, ("code", "000000"))).Status);
        }
        Assert.Equal(5, guesses);
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
    public async Task A_code_is_redeemed_once_by_who_asked_for_it_and_a_second_time_ends_the_session()
    {
        var staff = await Ready();
        var code = (await browser.Password(staff.UserName, staff.Password)).Code;
        (string, string)[] wrong =
        [
            ("code_verifier", "another-verifier-of-at-least-43-characters-0123456789"),
            ("code_verifier", "short"),
            ("redirect_uri", "http://127.0.0.1:49153/signed-in"),
            ("client_id", "other"),
            ("code", "unknown"),
        ];
        foreach (var field in wrong)
            Assert.Equal((400, "invalid_grant"), Error(await browser.Redeem(code, field)));
        var (status, tokens) = await browser.Redeem(code);
        Assert.Equal(200, status);
        Assert.Equal((400, "invalid_grant"), Error(await browser.Redeem(code)));
        Assert.Equal((400, "invalid_grant"), Error(await browser.Refresh(tokens.Text("refresh_token")!)));
        Assert.Equal(1, await Ended(staff, "CODE_REUSED"));
    }

    [Fact]
    public async Task A_refresh_token_brings_its_successor_and_a_used_one_ends_the_whole_session()
    {
        var staff = await Ready();
        var (_, first, _) = await staff.SignIn(browser);
        var other = (await staff.SignIn(browser)).Refresh;
        var (status, second) = await browser.Refresh(first);
        Assert.Equal(200, status);
        Assert.Equal((400, "invalid_grant"), Error(await browser.Refresh(second.Text("refresh_token")!, ("client_id", "other"))));
        var (_, third) = await browser.Refresh(second.Text("refresh_token")!);
        Assert.Equal((400, "invalid_grant"), Error(await browser.Refresh(first)));
        Assert.Equal((400, "invalid_grant"), Error(await browser.Refresh(third.Text("refresh_token")!)));
        Assert.Equal(1, await Ended(staff, "TOKEN_REUSED"));
        // Another sign-in of the same account is another family.
        Assert.Equal(200, (await browser.Refresh(other)).Status);
    }

    [Fact]
    public async Task Of_two_who_refresh_with_one_token_at_once_at_most_one_gets_on()
    {
        var staff = await Ready();
        var (_, refresh, _) = await staff.SignIn(browser);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Refresh(refresh)));
        Assert.Single(answers, answer => answer.Status == 200);
        var successor = answers.Single(answer => answer.Status == 200).Body.Text("refresh_token")!;
        Assert.Equal((400, "invalid_grant"), Error(await browser.Refresh(successor)));
        Assert.Equal(1, await Ended(staff, "TOKEN_REUSED"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_says_no_more_of_a_token_that_is_none()
    {
        var staff = await Ready();
        var (_, refresh, _) = await staff.SignIn(browser);
        Assert.Equal(200, (await browser.Token([("token", refresh), ("client_id", "other")], "oauth/revoke")).Status);
        Assert.Equal(200, (await browser.Token([("token", "unknown")], "oauth/revoke")).Status);
        var (status, next) = await browser.Refresh(refresh);
        Assert.Equal(200, status);
        Assert.Equal(200, (await browser.Token([("token", next.Text("refresh_token")!)], "oauth/revoke")).Status);
        Assert.Equal((400, "invalid_grant"), Error(await browser.Refresh(next.Text("refresh_token")!)));
        Assert.Equal(400, (await browser.Token([], "oauth/revoke")).Status);
        Assert.Equal(1, await Ended(staff, "SIGNED_OUT"));
    }

    [Fact]
    public async Task A_closed_account_is_refreshed_no_more_and_a_role_that_ends_is_gone_with_the_next_token()
    {
        var role = await Staff.Role(directory, "people.read");
        var staff = await Staff.Ready(directory, RootUnit.Id, role);
        var (_, refresh, answer) = await staff.SignIn(browser);
        Assert.Equal("people.read", answer.Text("scope"));
        var grant = (await directory.Root.Get($"/api/v1/accounts/{staff.Id}")).Body.GetProperty("roles")[0].Id();
        Assert.Equal(200, (await directory.Root.Post($"/api/v1/accounts/{staff.Id}/roles/{grant}/ending", new { })).Status);
        var (_, next) = await browser.Refresh(refresh);
        Assert.Equal("", next.Text("scope"));
        Assert.Equal(200, (await directory.Root.Post($"/api/v1/accounts/{staff.Id}/disabling", new { reason = "thử" })).Status);
        Assert.Equal((400, "invalid_grant"), Error(await browser.Refresh(next.Text("refresh_token")!)));
        Assert.Equal(403, (await browser.Password(staff.UserName, staff.Password)).Status);
        Assert.Equal(1, await Ended(staff, "DISABLED"));
    }

    [Fact]
    public async Task With_more_rounds_a_hash_is_renewed_when_its_owner_signs_in()
    {
        var staff = await Ready();
        var before = await Hash();
        await using var stronger = await directory.Service.Replica(
            new Dictionary<string, string> { ["SignIn__PasswordRounds"] = "120000" }
        );
        using var later = new StaffBrowser(stronger);
        Assert.Equal(403, (await later.Password(staff.UserName, "falsch")).Status);
        Assert.Equal(before, await Hash());
        Assert.Equal(303, (await later.Password(staff.UserName, staff.Password)).Status);
        var renewed = await Hash();
        Assert.NotEqual(before, renewed);
        Assert.Equal(303, (await later.Password(staff.UserName, staff.Password)).Status);
        Assert.Equal(renewed, await Hash());

        Task<string> Hash() => directory.Service.Database.Scalar<string>("select password_hash from accounts where id = $1", staff.Id);
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

    [Fact]
    public async Task Passwords_secrets_and_tokens_are_readable_nowhere_in_the_database()
    {
        var staff = await Staff.New(directory, RootUnit.Id);
        var done = await browser.FirstSignIn(staff.UserName, staff.Password, "mật khẩu canh chừng 7391");
        var (_, tokens) = await browser.Redeem(done.Code);
        using var own = directory.Service.WithToken(tokens.Text("access_token")!);
        var (secret, recovery) = await (staff with { Password = "mật khẩu canh chừng 7391" }).SetUp(own);
        string[] hidden =
        [
            staff.Password,
            "canh chừng 7391",
            done.Code,
            tokens.Text("refresh_token")!,
            Totp.ToBase32(secret),
            Convert.ToHexStringLower(secret),
            recovery[0],
        ];
        foreach (var text in hidden)
            Assert.Equal((text, 0), (text, await directory.Service.Database.Rows(text)));
        Assert.True(await directory.Service.Database.Rows(staff.UserName) > 0, "the search finds what is there");
        Assert.Equal(
            0,
            await directory.Service.Database.Scalar<long>(
                "select count(*) from (select data from chassis.journal union all select data from chassis.outbox) e where data::text like '%' || $1 || '%'",
                staff.UserName
            )
        );
    }

    Task<Staff> Ready() => Staff.Ready(directory, RootUnit.Id);

    async Task<SignInAnswer> Posted(string name, string value) =>
        await browser.Submit(await browser.Open(), ("user_name", "x"), ("password", "x"), (name, value));

    Task<long> Ended(Staff staff, string reason) =>
        directory.Service.Database.Scalar<long>(
            "select count(*) from staff_sessions where account_id = $1 and end_reason = $2",
            staff.Id,
            reason
        );

    static (int, string?) Error((int Status, System.Text.Json.JsonElement Body) answer) => (answer.Status, answer.Body.Text("error"));
}

static class WholeDatabase
{
    /// <summary>How many rows of any table hold a text.</summary>
    public static Task<long> Rows(this TestDatabase database, string text) =>
        database.Scalar<long>(
            """
            select coalesce(sum((xpath('/row/n/text()', query_to_xml(format(
                'select count(*) as n from %I.%I t where position(%L in t::text) > 0', table_schema, table_name, $1), false, true, '')))[1]::text::bigint), 0)::bigint
            from information_schema.tables where table_schema in ('public', 'chassis') and table_type = 'BASE TABLE'
            """,
            text
        );
}
