using DanVan.Directory.Accounts;
using DanVan.Directory.SignIn;
using Microsoft.Extensions.Primitives;

namespace DanVan.Directory.Tests.Rules;

public class SignInRules
{
    static readonly DateTimeOffset Now = new(2026, 7, 10, 3, 0, 0, TimeSpan.Zero);

    static readonly LockoutOptions Lockout = new()
    {
        Failures = 3,
        FirstWait = TimeSpan.FromMinutes(1),
        Growth = 3,
        LongestWait = TimeSpan.FromMinutes(20),
        ForgetAfter = TimeSpan.FromHours(2),
    };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 9)]
    [InlineData(4, 20)]
    [InlineData(400, 20)]
    public void Each_lock_is_longer_than_the_one_before_up_to_the_longest(int locks, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Lockout.Wait(locks));

    [Fact]
    public void So_many_failures_lock_and_the_lock_ends_with_its_time()
    {
        var guard = Guard();
        FailOften(guard, Now, 2);
        Assert.False(guard.IsLocked(Now));
        FailOften(guard, Now, 1);
        Assert.Equal(Now.AddMinutes(1), guard.LockedUntil);
        Assert.False(guard.Begin(Now.AddSeconds(59), Lockout));
        Assert.True(guard.Begin(Now.AddMinutes(1), Lockout));
        FailOften(guard, Now.AddMinutes(1), 2);
        guard.Failed(Now.AddMinutes(1), Lockout);
        Assert.Equal(Now.AddMinutes(4), guard.LockedUntil);
    }

    [Fact]
    public void Tries_at_once_are_no_more_than_tries_in_a_row()
    {
        var guard = Guard();
        Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(_ => guard.Begin(Now, Lockout)).ToArray());
        Assert.True(guard.IsLocked(Now));
    }

    [Fact]
    public void A_success_forgets_and_half_a_success_only_itself()
    {
        var guard = Guard();
        FailOften(guard, Now, 2);
        Assert.True(guard.Begin(Now, Lockout));
        guard.HalfWay();
        Assert.Equal(2, guard.Failures);
        guard.Clear();
        Assert.Equal((0, 0, null), (guard.Failures, guard.Locks, guard.LockedUntil));
    }

    [Fact]
    public void Long_quiet_is_forgiven()
    {
        var guard = Guard();
        FailOften(guard, Now, 3);
        Assert.True(guard.Begin(Now + Lockout.ForgetAfter, Lockout));
        Assert.Equal((1, 0), (guard.Failures, guard.Locks));
    }

    [Fact]
    public void Names_that_nobody_has_share_few_guards_and_none_with_an_account()
    {
        var guards = Enumerable.Range(0, 20_000).Select(i => SignInGuard.OfUnknown($"nobody-{i}")).Distinct().ToList();
        Assert.InRange(guards.Count, 3900, 4096);
        Assert.All(guards, guard => Assert.Equal(0, guard.Version));
        Assert.Equal(SignInGuard.OfUnknown("nobody"), SignInGuard.OfUnknown("nobody"));
    }

    [Theory]
    [InlineData("ngắn quá", "accounts.password-too-short")]
    [InlineData("mật khẩu của cb-0012", "accounts.password-holds-the-name")]
    [InlineData("mật khẩu của CB-0012", "accounts.password-holds-the-name")]
    [InlineData("aaaaaaaaaaaaaaaa", "accounts.password-too-plain")]
    [InlineData("ababababababab", "accounts.password-too-plain")]
    [InlineData("0123456789012", "accounts.password-too-plain")]
    [InlineData("abcdefghijklm", "accounts.password-too-plain")]
    [InlineData("một câu dài dễ nhớ", null)]
    [InlineData("tWzk3-9fhGq_x", null)]
    public void A_password_is_long_and_not_plain(string password, string? code) =>
        Assert.Equal(code, PasswordRules.Refuse(password, "cb-0012", 12)?.Code);

    [Fact]
    public void A_name_of_three_letters_may_stand_in_a_password() => Assert.Null(PasswordRules.Refuse("một câu lan man dễ nhớ", "lan", 12));

    [Fact]
    public void A_password_has_a_longest() =>
        Assert.Equal(
            "accounts.password-too-long",
            PasswordRules.Refuse(string.Concat(Enumerable.Repeat("abc1XY", 30)), "cb-0012", 12)?.Code
        );

    [Fact]
    public void A_recovery_code_opens_once_however_it_is_typed()
    {
        var codes = RecoveryCode.NewCodes();
        Assert.Equal(RecoveryCode.Count, codes.Distinct().Count());
        var account = Somebody();
        account.ReplaceRecoveryCodes(codes);
        Assert.False(account.TakeRecoveryCode("abcd-efgh-ijkm-npqr", Now));
        Assert.True(account.TakeRecoveryCode(codes[3].ToUpperInvariant().Replace('-', ' '), Now));
        Assert.False(account.TakeRecoveryCode(codes[3], Now));
        Assert.Equal(RecoveryCode.Count - 1, account.RecoveryCodes.Count(code => code.Used is null));
    }

    [Fact]
    public void An_account_has_the_roles_of_the_day()
    {
        var account = Somebody();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        account.Roles.Add(Grant(one, new(2026, 1, 1), new(2026, 7, 1)));
        account.Roles.Add(Grant(other, new(2026, 6, 1), null));
        account.Roles.Add(Grant(other, new(2026, 6, 15), new(2026, 6, 20)));
        Assert.Equal([one], account.RolesOn(new(2026, 5, 31)));
        Assert.Equal([one, other], account.RolesOn(new(2026, 6, 16)));
        Assert.Equal([other], account.RolesOn(new(2026, 7, 1)));
    }

    [Fact]
    public void An_initial_password_runs_out_and_one_of_the_owners_choice_does_not()
    {
        var account = Somebody();
        account.GiveInitialPassword("hash", Now.AddDays(7));
        Assert.True(account.MayBeUsed(Now.AddDays(7).AddTicks(-1)));
        Assert.False(account.MayBeUsed(Now.AddDays(7)));
        account.ChangePassword("other");
        Assert.True(account.MayBeUsed(Now.AddYears(9)));
        account.Disable("thử", Now);
        Assert.False(account.MayBeUsed(Now));
    }

    [Theory]
    [InlineData("https://desk.danvan.vn/signed-in", true)]
    [InlineData("https://desk.danvan.vn/signed-in/", false)]
    [InlineData("https://desk.danvan.vn/signed-in?x=1", false)]
    [InlineData("https://DESK.danvan.vn/signed-in", false)]
    [InlineData("https://desk.danvan.vn:444/signed-in", false)]
    [InlineData("http://127.0.0.1/back", true)]
    [InlineData("http://127.0.0.1:49152/back", true)]
    [InlineData("http://127.0.0.1:49152/other", false)]
    [InlineData("http://127.0.0.1:49152@evil.example/back", false)]
    [InlineData("http://127.0.0.1.evil.example/back", false)]
    [InlineData("http://0x7f000001:1/back", false)]
    [InlineData("http://localhost:49152/back", false)]
    [InlineData("https://127.0.0.1:49152/back", false)]
    public void A_code_goes_only_where_it_was_registered_to_go(string uri, bool goes)
    {
        var app = new SignInApp { ClientId = "desk", RedirectUris = { "https://desk.danvan.vn/signed-in", "http://127.0.0.1/back" } };
        Assert.Equal(goes, app.Redirects(uri));
    }

    [Theory]
    [InlineData("https://desk.danvan.vn/a", true)]
    [InlineData("http://desk.danvan.vn/a", false)]
    [InlineData("http://127.0.0.1/a", true)]
    [InlineData("https://desk.danvan.vn/a#b", false)]
    [InlineData("https://user@desk.danvan.vn/a", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/a", false)]
    public void A_place_to_go_is_safe_or_on_this_machine(string uri, bool may) => Assert.Equal(may, SignInApp.MayBeRegistered(uri));

    [Theory]
    [InlineData("client_id", "other", null, "The client_id is not known.")]
    [InlineData("redirect_uri", "https://evil.example/", null, "The redirect_uri is not one of the application.")]
    [InlineData("response_type", "token", "unsupported_response_type", null)]
    [InlineData("response_type", "", "invalid_request", null)]
    [InlineData("code_challenge_method", "plain", "invalid_request", null)]
    [InlineData("code_challenge", "short", "invalid_request", null)]
    [InlineData("scope", "planets.read", "invalid_scope", null)]
    public void A_request_that_is_not_right_is_refused(string field, string value, string? error, string? onPage)
    {
        var (request, refused) = AuthorizationRequest.Read(Fields((field, value)), [Desk]);
        Assert.Null(request);
        if (onPage is not null)
            Assert.Equal((null, onPage), (refused!.RedirectUri, refused.Description));
        else
            Assert.Equal((error, Desk.RedirectUris[0], "s1"), (refused!.Error, refused.RedirectUri, refused.State));
    }

    [Fact]
    public void A_parameter_that_comes_twice_is_refused_and_one_that_is_not_known_passed_over()
    {
        var twice = Fields().Select(field => field.Key == "scope" ? new(field.Key, new StringValues(["a", "b"])) : field);
        Assert.Equal("invalid_request", AuthorizationRequest.Read(twice, [Desk]).Refused!.Error);
        var (request, _) = AuthorizationRequest.Read(Fields(("prompt", "login")), [Desk]);
        Assert.Equal(["directory.read"], request!.Scopes!);
        var again = request.Fields().Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value)));
        Assert.Equivalent(request, AuthorizationRequest.Read(again, [Desk]).Request);
    }

    static readonly SignInApp Desk = new() { ClientId = "desk", RedirectUris = { "https://desk.danvan.vn/signed-in" } };

    static Dictionary<string, StringValues> Fields(params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, StringValues>
        {
            ["client_id"] = "desk",
            ["redirect_uri"] = Desk.RedirectUris[0],
            ["response_type"] = "code",
            ["code_challenge"] = new string('a', 43),
            ["code_challenge_method"] = "S256",
            ["scope"] = "directory.read",
            ["state"] = "s1",
        };
        foreach (var (name, value) in other)
            fields[name] = value;
        return fields;
    }

    static SignInGuard Guard() => new() { Id = Guid.CreateVersion7() };

    static void FailOften(SignInGuard guard, DateTimeOffset now, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(guard.Begin(now, Lockout));
            guard.Failed(now, Lockout);
        }
    }

    static RoleGrant Grant(Guid role, DateOnly from, DateOnly? to) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RoleId = role,
            ValidFrom = from,
            ValidTo = to,
        };

    static Account Somebody() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = "cb-0012",
            UnitId = Guid.CreateVersion7(),
            Created = Now,
        };
}
