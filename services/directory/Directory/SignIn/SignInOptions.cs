using System.ComponentModel.DataAnnotations;

namespace DanVan.Directory.SignIn;

/// <summary>How staff sign in (section <c>SignIn</c>).</summary>
internal sealed class SignInOptions : IValidatableObject
{
    /// <summary>The applications of the platform that staff may sign in to; none: nobody signs in.</summary>
    public List<SignInApp> Apps { get; set; } = [];

    public LockoutOptions Lockout { get; set; } = new();

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 for new hashes; older hashes are renewed when their owner signs in.</summary>
    [Range(100_000, 10_000_000, ErrorMessage = "SignIn:PasswordRounds must be at least 100000.")]
    public int PasswordRounds { get; set; } = 210_000;

    [Range(8, 128, ErrorMessage = "SignIn:PasswordLength must be 8 to 128.")]
    public int PasswordLength { get; set; } = 12;

    /// <summary>Passwords checked at once, so that a flood of sign-ins leaves the processors to others; half of the processors unless told.</summary>
    [Range(1, 1024, ErrorMessage = "SignIn:ParallelChecks must be at least 1.")]
    public int ParallelChecks { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How many sign-ins may wait for that; more are told to come back.</summary>
    [Range(0, 10_000)]
    public int WaitingChecks { get; set; } = 64;

    /// <summary>How long an initial password of the administrator opens the door.</summary>
    public TimeSpan InitialPassword { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long one step of a sign-in may take.</summary>
    public TimeSpan Step { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an authorization code may be redeemed (RFC 6749, 4.1.2: at most ten minutes).</summary>
    public TimeSpan Code { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A session that is not refreshed for so long is over.</summary>
    public TimeSpan RefreshWithin { get; set; } = TimeSpan.FromHours(12);

    /// <summary>After so long one signs in again, whatever was refreshed.</summary>
    public TimeSpan LongestSession { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The application of a request that was read with these.</summary>
    public SignInApp AppOf(AuthorizationRequest request) => Apps.First(app => app.ClientId == request.App);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        TimeSpan[] times = [InitialPassword, Step, Code, RefreshWithin, LongestSession, Lockout.FirstWait, Lockout.ForgetAfter];
        if (times.Any(time => time <= TimeSpan.Zero) || Code > TimeSpan.FromMinutes(10))
            yield return new("SignIn: every duration must be positive, and SignIn:Code at most ten minutes.");
        if (Lockout.Failures < 1 || Lockout.Growth < 1 || Lockout.LongestWait < Lockout.FirstWait)
            yield return new("SignIn:Lockout needs Failures and Growth of at least 1 and a LongestWait of at least FirstWait.");
        foreach (var app in Apps)
            if (app.ClientId.Length == 0 || app.RedirectUris.Count == 0 || !app.RedirectUris.All(SignInApp.MayBeRegistered))
                yield return new(
                    $"SignIn:Apps: the application “{app.ClientId}” needs a ClientId and RedirectUris: absolute, without fragment, https "
                        + "or else http on this machine (127.0.0.1, [::1], localhost)."
                );
    }
}

/// <summary>When and for how long an account takes no sign-in.</summary>
internal sealed class LockoutOptions
{
    /// <summary>So many failures in a row lock.</summary>
    public int Failures { get; set; } = 5;

    /// <summary>The first lock lasts so long.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Each further one so many times longer …</summary>
    public double Growth { get; set; } = 2;

    /// <summary>… up to this.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After so long without a failure, what was is forgotten.</summary>
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a lock lasts.</summary>
    /// <param name="locks">How many there have been, this one included.</param>
    public TimeSpan Wait(int locks)
    {
        var ticks = FirstWait.Ticks * Math.Pow(Growth, locks - 1);
        return ticks < LongestWait.Ticks ? TimeSpan.FromTicks((long)ticks) : LongestWait;
    }
}
