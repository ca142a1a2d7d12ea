using System.Net.Http.Headers;
using System.Text.Json;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What administrators do with accounts and roles.</summary>
[Collection("directory of staff")]
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
    public async Task A_role_with_an_id_or_a_code_that_is_there_is_refused_by_the_member_that_is_taken()
    {
        var id = Guid.CreateVersion7();
        object Role(Guid id, string code) =>
            new
            {
                id,
                code,
                name = "Vai trò thử",
                scopes = new[] { "directory.read" },
            };
        Assert.Equal(201, (await directory.Root.Post("/api/v1/roles", Role(id, $"thu-{id:n}"))).Status);
        var sameId = await directory.Root.Post("/api/v1/roles", Role(id, $"khac-{id:n}"));
        Assert.Equal((409, "roles.already-exists"), (sameId.Status, sameId.Body.Text("code")));
        Assert.True(sameId.Body.GetProperty("errors").TryGetProperty("id", out _), sameId.Body.ToString());
        var sameCode = await directory.Root.Post("/api/v1/roles", Role(Guid.CreateVersion7(), $"thu-{id:n}"));
        Assert.Equal((409, "roles.code-taken"), (sameCode.Status, sameCode.Body.Text("code")));
        Assert.True(sameCode.Body.GetProperty("errors").TryGetProperty("code", out _), sameCode.Body.ToString());
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

    static object RoleBody(params string[] scopes) =>
        new
        {
            code = $"thu-{Guid.CreateVersion7():n}",
            name = "Vai trò thử",
            scopes,
        };
}
