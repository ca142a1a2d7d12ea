using DanVan.Directory.Client;
using DanVan.Directory.SignIn;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What owners do with their own accounts.</summary>
[Collection("directory of staff")]
public sealed class OwnAccountSlices(DirectoryRunning directory) : IDisposable
{
    readonly StaffBrowser browser = new(directory.Service);

    public void Dispose() => browser.Dispose();

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

    static IEnumerable<(HttpMethod, string, object?)> Own() =>
        [
            (HttpMethod.Get, "/api/v1/accounts/me", null),
            (HttpMethod.Post, "/api/v1/accounts/me/password", new { currentPassword = "x", newPassword = "một câu dài dễ nhớ" }),
            (HttpMethod.Post, "/api/v1/accounts/me/second-factor", new { currentPassword = "x" }),
            (HttpMethod.Post, "/api/v1/accounts/me/second-factor/confirmation", new { code = "1" }),
            (HttpMethod.Post, "/api/v1/accounts/me/second-factor/removal", new { currentPassword = "x", code = "1" }),
            (HttpMethod.Post, "/api/v1/accounts/me/recovery-codes", new { code = "1" }),
        ];
}
