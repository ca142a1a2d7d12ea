using System.Net.Http.Headers;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Directory.SignIn;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What administrators do with accounts and roles, and owners with their own.</summary>
[Collection("directory")]
public sealed class AccountSlices(DirectoryRunning directory) : IDisposable
{
    readonly StaffBrowser browser = new(directory.Service);

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task An_initial_password_is_shown_once_and_not_again_under_the_same_key()
    {
        var root = directory.Root;
        root.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = new { userName = $"cb-{Guid.CreateVersion7():n}"[..20], unitId = RootUnit.Id };
        var (status, created) = await root.Post("/api/v1/accounts", body);
        Assert.Equal(201, status);
        var password = created.Text("password")!;
        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$", password);
        var (again, problem) = await root.Post("/api/v1/accounts", body);
        Assert.Equal((409, "idempotency.answer-not-kept"), (again, problem.Text("code")));
        var other = await directory.Root.Post("/api/v1/accounts", body);
        Assert.Equal((409, "accounts.user-name-taken"), (other.Status, other.Body.Text("code")));
        var shown = (await directory.Root.Get($"/api/v1/accounts/{created.GetProperty("account").Id()}")).Body;
        Assert.DoesNotContain(password, shown.ToString(), StringComparison.Ordinal);
        Assert.True(shown.GetProperty("mustChangePassword").GetBoolean());
        Assert.NotNull(shown.Text("passwordExpires"));
    }

    [Theory]
    [InlineData("Cb-1")]
    [InlineData("ab")]
    [InlineData("nguyễn")]
    [InlineData("a b c")]
    [InlineData("-abc")]
    public async Task A_user_name_has_a_form(string userName)
    {
        var (status, problem) = await directory.Root.Post("/api/v1/accounts", new { userName, unitId = RootUnit.Id });
        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("userName", out _));
    }

    [Fact]
    public async Task Nobody_gives_or_takes_over_what_the_giver_does_not_have()
    {
        var strong = await Staff.Role(directory, "people.write");
        var staff = await Staff.New(directory, RootUnit.Id, strong);
        var weak = directory.As(RootUnit.Id, "directory.admin", "directory.read");
        var other = await Staff.New(directory, RootUnit.Id);
        await Refused(await weak.Post($"/api/v1/accounts/{other.Id}/roles", new { roleId = strong }));
        await Refused(await weak.Post($"/api/v1/accounts/{staff.Id}/password-reset", new { removeSecondFactor = false }));
        Assert.Equal(200, (await weak.Post($"/api/v1/accounts/{staff.Id}/disabling", new { reason = "thử" })).Status);
        await Refused(await weak.Post($"/api/v1/accounts/{staff.Id}/enabling", new { }));
        var role = await weak.Post("/api/v1/roles", RoleBody("people.write"));
        Assert.Equal((409, "clients.more-than-own"), (role.Status, role.Body.Text("code")));
        var widened = await weak.Ask(
            HttpMethod.Put,
            $"/api/v1/roles/{await Staff.Role(directory, "directory.read")}",
            new { name = "x", scopes = new[] { "directory.read", "people.write" } }
        );
        Assert.Equal((409, "clients.more-than-own"), (widened.Status, widened.Body.Text("code")));
        // A role to come counts as well: the password would outlast the wait for it.
        var later = await Staff.New(directory, RootUnit.Id);
        Assert.Equal(
            200,
            (await directory.Root.Post($"/api/v1/accounts/{later.Id}/roles", new { roleId = strong, from = "2100-01-01" })).Status
        );
        await Refused(await weak.Post($"/api/v1/accounts/{later.Id}/password-reset", new { removeSecondFactor = false }));

        static Task Refused((int Status, JsonElement Body) answer)
        {
            Assert.Equal((409, "accounts.more-than-own"), (answer.Status, answer.Body.Text("code")));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Only_the_root_defines_roles_and_everybody_reads_them()
    {
        var province = await directory.Province("54", "Vai trò");
        var administrator = directory.As(province.Id());
        var role = await Staff.Role(directory, "directory.read");
        Assert.Equal(403, (await administrator.Post("/api/v1/roles", RoleBody("directory.read"))).Status);
        Assert.Equal(
            403,
            (await administrator.Ask(HttpMethod.Put, $"/api/v1/roles/{role}", new { name = "x", scopes = Array.Empty<string>() })).Status
        );
        Assert.Equal(200, (await administrator.Get($"/api/v1/roles/{role}")).Status);
        Assert.Contains("thu-", (await administrator.Get("/api/v1/roles?limit=1000")).Body.ToString(), StringComparison.Ordinal);
        var staff = await Staff.New(directory, province.Id());
        Assert.Equal(200, (await administrator.Post($"/api/v1/accounts/{staff.Id}/roles", new { roleId = role })).Status);
    }

    [Fact]
    public async Task A_role_that_is_narrowed_is_narrower_in_the_next_token()
    {
        var role = await Staff.Role(directory, "directory.read", "people.read");
        var staff = await Staff.Ready(directory, RootUnit.Id, role);
        var (_, refresh, _) = await staff.SignIn(browser);
        var root = directory.Root;
        root.DefaultRequestHeaders.IfMatch.Add(EntityTagHeaderValue.Parse("\"1\""));
        var narrowed = new { name = "Hẹp", scopes = new[] { "directory.read" } };
        Assert.Equal(200, (await root.Ask(HttpMethod.Put, $"/api/v1/roles/{role}", narrowed)).Status);
        Assert.Equal(412, (await root.Ask(HttpMethod.Put, $"/api/v1/roles/{role}", narrowed)).Status);
        Assert.Equal("directory.read", (await browser.Refresh(refresh)).Body.Text("scope"));
    }

    [Fact]
    public async Task A_reset_ends_the_sessions_and_gives_an_initial_password_and_takes_the_second_factor_when_told()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var (access, refresh, _) = await staff.SignIn(browser);
        using (var own = directory.Service.WithToken(access))
            await staff.SetUp(own);

        var (_, reset) = await directory.Root.Post($"/api/v1/accounts/{staff.Id}/password-reset", new { removeSecondFactor = false });
        Assert.Equal("invalid_grant", (await browser.Refresh(refresh)).Body.Text("error"));
        Assert.Equal(403, (await browser.Password(staff.UserName, staff.Password)).Status);
        Assert.Equal("/oauth/sign-in/code", (await browser.Password(staff.UserName, reset.Text("password")!)).Action);

        (_, reset) = await directory.Root.Post($"/api/v1/accounts/{staff.Id}/password-reset", new { removeSecondFactor = true });
        Assert.False(reset.GetProperty("account").GetProperty("hasSecondFactor").GetBoolean());
        Assert.Equal(303, (await browser.FirstSignIn(staff.UserName, reset.Text("password")!, "một câu dài khác hẳn")).Status);
    }

    [Fact]
    public async Task A_reset_opens_a_locked_account_and_an_enabled_one_has_a_new_password()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        for (var i = 0; i < 5; i++)
            await browser.Password(staff.UserName, "falsch");
        Assert.NotNull((await directory.Root.Get($"/api/v1/accounts/{staff.Id}")).Body.Text("lockedUntil"));
        var (_, reset) = await directory.Root.Post($"/api/v1/accounts/{staff.Id}/password-reset", new { removeSecondFactor = false });
        Assert.Null(reset.GetProperty("account").Text("lockedUntil"));
        Assert.Equal(200, (await browser.Password(staff.UserName, reset.Text("password")!)).Status);

        Assert.Equal(200, (await directory.Root.Post($"/api/v1/accounts/{staff.Id}/disabling", new { reason = "thử" })).Status);
        Assert.Equal(
            "accounts.is-disabled",
            (await directory.Root.Post($"/api/v1/accounts/{staff.Id}/password-reset", new { removeSecondFactor = false })).Body.Text("code")
        );
        Assert.Equal(403, (await browser.Password(staff.UserName, reset.Text("password")!)).Status);
        var (status, enabled) = await directory.Root.Post($"/api/v1/accounts/{staff.Id}/enabling", new { });
        Assert.Equal(200, status);
        Assert.Equal(403, (await browser.Password(staff.UserName, reset.Text("password")!)).Status);
        Assert.Equal(200, (await browser.Password(staff.UserName, enabled.Text("password")!)).Status);
        Assert.Equal(
            "accounts.is-enabled",
            (await directory.Root.Post($"/api/v1/accounts/{staff.Id}/enabling", new { })).Body.Text("code")
        );
    }

    [Fact]
    public async Task An_initial_password_that_nobody_used_runs_out()
    {
        var staff = await Staff.New(directory, RootUnit.Id);
        var late = new Dictionary<string, string> { ["Clock__Offset"] = "7.00:00:01" };
        await using var service = await directory.Service.Replica(late);
        using var later = new StaffBrowser(service);
        Assert.Equal(403, (await later.Password(staff.UserName, staff.Password)).Status);
        Assert.Equal(200, (await browser.Password(staff.UserName, staff.Password)).Status);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_refreshed_and_at_the_latest_after_its_longest_time()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var (_, refresh, _) = await staff.SignIn(browser);
        await using (var idle = await directory.Service.Replica(new Dictionary<string, string> { ["Clock__Offset"] = "12:00:01" }))
        using (var later = new StaffBrowser(idle))
            Assert.Equal("invalid_grant", (await later.Refresh(refresh)).Body.Text("error"));
        Assert.Equal("invalid_grant", (await browser.Refresh(refresh)).Body.Text("error"));

        (_, refresh, _) = await staff.SignIn(browser);
        var brief = new Dictionary<string, string> { ["SignIn__LongestSession"] = "00:00:01" };
        await using var short_ = await directory.Service.Replica(brief);
        using var impatient = new StaffBrowser(short_);
        await Eventually.True(
            "the session to be over",
            async () =>
                (await impatient.Refresh(refresh)) is var answer
                && (answer.Status == 400 || (refresh = answer.Body.Text("refresh_token")!) == "")
        );
        Assert.Equal(
            2,
            await directory.Service.Database.Scalar<long>(
                "select count(*) from staff_sessions where account_id = $1 and end_reason = 'EXPIRED'",
                staff.Id
            )
        );
    }

    [Fact]
    public async Task An_owner_changes_the_password_and_signs_in_anew_everywhere()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var (access, refresh, _) = await staff.SignIn(browser);
        using var own = directory.Service.WithToken(access);
        const string next = "một câu dài khác hẳn";
        var wrong = await own.Post("/api/v1/accounts/me/password", new { currentPassword = "falsch", newPassword = next });
        Assert.Equal((403, "accounts.not-proven"), (wrong.Status, wrong.Body.Text("code")));
        var weak = await own.Post("/api/v1/accounts/me/password", new { currentPassword = staff.Password, newPassword = "ngắn" });
        Assert.Equal((400, "accounts.password-too-short"), (weak.Status, weak.Body.Text("code")));
        Assert.Equal(
            200,
            (await own.Post("/api/v1/accounts/me/password", new { currentPassword = staff.Password, newPassword = next })).Status
        );
        Assert.Equal("invalid_grant", (await browser.Refresh(refresh)).Body.Text("error"));
        Assert.Equal(
            (403, 303),
            ((await browser.Password(staff.UserName, staff.Password)).Status, (await browser.Password(staff.UserName, next)).Status)
        );
    }

    [Fact]
    public async Task A_stolen_token_guesses_the_password_no_more_often_than_the_page()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        using var own = directory.Service.WithToken((await staff.SignIn(browser)).Access);
        for (var i = 0; i < 5; i++)
            Assert.Equal(403, (await own.Post("/api/v1/accounts/me/second-factor", new { currentPassword = $"falsch {i}" })).Status);
        Assert.Equal(403, (await own.Post("/api/v1/accounts/me/second-factor", new { currentPassword = staff.Password })).Status);
        Assert.Equal(403, (await browser.Password(staff.UserName, staff.Password)).Status);
    }

    [Fact]
    public async Task A_second_factor_is_removed_with_password_and_code_and_recovery_codes_are_replaced()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        using var own = directory.Service.WithToken((await staff.SignIn(browser)).Access);
        Assert.Equal(
            "accounts.no-second-factor",
            (await own.Post("/api/v1/accounts/me/recovery-codes", new { code = "1" })).Body.Text("code")
        );
        Assert.Equal(
            "accounts.no-second-factor-offered",
            (await own.Post("/api/v1/accounts/me/second-factor/confirmation", new { code = "1" })).Body.Text("code")
        );
        var (secret, codes) = await staff.SetUp(own);
        Assert.Equal(
            "accounts.has-second-factor",
            (await own.Post("/api/v1/accounts/me/second-factor", new { currentPassword = staff.Password })).Body.Text("code")
        );
        var (status, replaced) = await own.Post("/api/v1/accounts/me/recovery-codes", new { code = codes[0] });
        Assert.Equal(200, status);
        Assert.Equal(10, replaced.GetProperty("recoveryCodes").GetArrayLength());
        Assert.Equal(403, (await own.Post("/api/v1/accounts/me/recovery-codes", new { code = codes[1] })).Status);
        var code = Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow()));
        Assert.Equal(
            403,
            (await own.Post("/api/v1/accounts/me/second-factor/removal", new { currentPassword = staff.Password, code = "000000" })).Status
        );
        Assert.Equal(
            200,
            (await own.Post("/api/v1/accounts/me/second-factor/removal", new { currentPassword = staff.Password, code })).Status
        );
        Assert.Equal(303, (await browser.Password(staff.UserName, staff.Password)).Status);
    }

    [Fact]
    public async Task Another_issuers_subject_of_the_same_spelling_is_somebody_else()
    {
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var token = TestTokens.Create(RootUnit.Id, ["directory.read"], new TestToken { Subject = $"account-{staff.Id:n}" });
        using var stranger = directory.Service.WithToken(token);
        foreach (var (method, address, body) in Own())
            Assert.Equal((address, 404), (address, (await stranger.Ask(method, address, body)).Status));
        foreach (var (method, address, body) in Own())
            Assert.Equal((address, 401), (address, (await directory.Service.Http.Ask(method, address, body)).Status));
    }

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

    static IEnumerable<(HttpMethod, string, object?)> Own() =>
        [
            (HttpMethod.Get, "/api/v1/accounts/me", null),
            (HttpMethod.Post, "/api/v1/accounts/me/password", new { currentPassword = "x", newPassword = "một câu dài dễ nhớ" }),
            (HttpMethod.Post, "/api/v1/accounts/me/second-factor", new { currentPassword = "x" }),
            (HttpMethod.Post, "/api/v1/accounts/me/second-factor/confirmation", new { code = "1" }),
            (HttpMethod.Post, "/api/v1/accounts/me/second-factor/removal", new { currentPassword = "x", code = "1" }),
            (HttpMethod.Post, "/api/v1/accounts/me/recovery-codes", new { code = "1" }),
        ];

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
