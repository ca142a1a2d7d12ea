using System.Diagnostics;
using DanVan.Directory.Client;
using DanVan.Directory.SignIn;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What somebody learns who guesses, measures or looks into the database.</summary>
[Collection("directory of staff")]
public sealed class SecretSlices(DirectoryRunning directory) : IDisposable
{
    readonly StaffBrowser browser = new(directory.Service);

    public void Dispose() => browser.Dispose();

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
        // What goes on with the page is no code: it does not lead past the second factor.
        Assert.Equal(400, (await browser.Redeem(asks.Hidden.Single().Value)).Status);
        Assert.Equal(
            400,
            (await browser.Submit(asks with { Html = asks.Html.Replace("/code", "/password", StringComparison.Ordinal) })).Status
        );
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
