using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What codes and refresh tokens open, and what ends it.</summary>
[Collection("directory of staff")]
public sealed class SessionSlices(DirectoryRunning directory) : IDisposable
{
    readonly StaffBrowser browser = new(directory.Service);

    public void Dispose() => browser.Dispose();

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

    Task<Staff> Ready() => Staff.Ready(directory, RootUnit.Id);

    Task<long> Ended(Staff staff, string reason) =>
        directory.Service.Database.Scalar<long>(
            "select count(*) from staff_sessions where account_id = $1 and end_reason = $2",
            staff.Id,
            reason
        );

    static (int, string?) Error((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.Text("error"));
}
