using System.Globalization;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What hundreds of wrong passwords come to, and how the wait grows.</summary>
[Collection("directory of staff")]
public sealed class LockoutSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task Two_hundred_wrong_passwords_are_refused_and_only_the_first_five_were_looked_at()
    {
        var patient = new Dictionary<string, string> { ["SignIn__Lockout__FirstWait"] = "00:30:00", ["SignIn__WaitingChecks"] = "200" };
        await using var service = await directory.Service.Replica(patient);
        using var browser = new StaffBrowser(service);
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var page = await browser.Open();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) =>
                Assert.Equal(403, (await browser.Submit(page, ("user_name", staff.UserName), ("password", $"falsch {i}"))).Status)
        );
        Assert.Equal(403, (await browser.Password(staff.UserName, staff.Password)).Status);
        Assert.Equal(1, await Locks(staff));
        var (_, account) = await directory.Root.Get($"/api/v1/accounts/{staff.Id}");
        var left = account.GetProperty("lockedUntil").GetDateTimeOffset() - TimeProvider.System.GetUtcNow();
        Assert.InRange(left, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30));

        Assert.Equal(200, (await directory.Root.Post($"/api/v1/accounts/{staff.Id}/unlocking", new { })).Status);
        Assert.Equal(303, (await browser.Password(staff.UserName, staff.Password)).Status);
        Assert.Equal(409, (await directory.Root.Post($"/api/v1/accounts/{staff.Id}/unlocking", new { })).Status);
    }

    [Fact]
    public async Task Each_lock_is_longer_than_the_one_before_up_to_the_longest_and_then_the_right_password_opens()
    {
        var quick = new Dictionary<string, string>
        {
            ["SignIn__Lockout__Failures"] = "2",
            ["SignIn__Lockout__FirstWait"] = "00:00:04",
            ["SignIn__Lockout__Growth"] = "2",
            ["SignIn__Lockout__LongestWait"] = "00:00:10",
        };
        await using var service = await directory.Service.Replica(quick);
        using var browser = new StaffBrowser(service);
        var staff = await Staff.Ready(directory, RootUnit.Id);
        foreach (var seconds in new[] { 4, 8, 10 })
        {
            await browser.Password(staff.UserName, "falsch");
            var before = TimeProvider.System.GetUtcNow();
            await browser.Password(staff.UserName, "falsch");
            var after = TimeProvider.System.GetUtcNow();
            var until = DateTimeOffset.Parse((await LockedUntil(staff))!, CultureInfo.InvariantCulture);
            Assert.InRange(until, before.AddSeconds(seconds).AddMilliseconds(-1), after.AddSeconds(seconds));
            Assert.Equal(403, (await browser.Password(staff.UserName, staff.Password)).Status);
            await Eventually.True("the lock to end", async () => await LockedUntil(staff) is null);
        }
        Assert.Equal(303, (await browser.Password(staff.UserName, staff.Password)).Status);
        Assert.Equal(3, await Locks(staff));
    }

    [Fact]
    public async Task Who_comes_while_too_many_are_being_looked_at_is_told_to_come_again()
    {
        var narrow = new Dictionary<string, string> { ["SignIn__ParallelChecks"] = "1", ["SignIn__WaitingChecks"] = "0" };
        await using var service = await directory.Service.Replica(narrow);
        using var browser = new StaffBrowser(service);
        var staff = await Staff.Ready(directory, RootUnit.Id);
        var page = await browser.Open();
        var answers = new List<SignInAnswer>();
        while (answers.Count < 40 && answers.All(answer => answer.Status != 503))
            answers.AddRange(
                await Task.WhenAll(
                    Enumerable.Range(0, 4).Select(_ => browser.Submit(page, ("user_name", staff.UserName), ("password", staff.Password)))
                )
            );
        Assert.All(answers, answer => Assert.True(answer.Status is 303 or 503, answer.Html));
        Assert.Equal("5", Assert.Single(answers.First(answer => answer.Status == 503).Answer.Headers.GetValues("Retry-After")));
        Assert.Equal(303, (await browser.Password(staff.UserName, staff.Password)).Status);
    }

    async Task<string?> LockedUntil(Staff staff) => (await directory.Root.Get($"/api/v1/accounts/{staff.Id}")).Body.Text("lockedUntil");

    Task<long> Locks(Staff staff) =>
        directory.Service.Database.Scalar<long>(
            """
            select count(*) from (select type, subject from chassis.journal union all select type, subject from chassis.outbox) events
            where subject = 'account/' || $1::text and type = 'vn.danvan.directory.account-locked.v1'
            """,
            staff.Id
        );
}
