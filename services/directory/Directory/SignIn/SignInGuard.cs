using System.Security.Cryptography;
using System.Text;

namespace DanVan.Directory.SignIn;

/// <summary>
/// Counts the sign-ins that are tried under one name. A try is counted before the password is looked at, so that any number of tries at once are no more than
/// those allowed in a row.
/// </summary>
public sealed class SignInGuard
{
    public required Guid Id { get; init; }

    /// <summary>Tries since the last success or lock that have failed, or are not over.</summary>
    public int Failures { get; private set; }

    /// <summary>Locks since the last success: the next one is longer.</summary>
    public int Locks { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? LastTry { get; private set; }

    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    /// <summary>Whether a password may be looked at now.</summary>
    internal bool Begin(DateTimeOffset now, LockoutOptions lockout)
    {
        if (IsLocked(now))
            return false;
        if (LastTry + lockout.ForgetAfter <= now)
            (Failures, Locks) = (0, 0);
        if (Failures >= lockout.Failures)
        {
            Lock(now, lockout);
            return false;
        }
        (Failures, LastTry) = (Failures + 1, now);
        return true;
    }

    /// <summary>A try that was begun has failed.</summary>
    internal void Failed(DateTimeOffset now, LockoutOptions lockout)
    {
        if (Failures >= lockout.Failures && !IsLocked(now))
            Lock(now, lockout);
    }

    /// <summary>A try that was begun was right, and more is to be shown: it no longer counts, those before it do.</summary>
    internal void HalfWay() => Failures = Math.Max(0, Failures - 1);

    /// <summary>Somebody is signed in, or an administrator says so: nothing is held against the name any more.</summary>
    internal void Clear() => (Failures, Locks, LockedUntil) = (0, 0, null);

    /// <summary>The guard of a name that nobody has. Several names share one, and no guess under any of them is ever right.</summary>
    internal static Guid OfUnknown(string userName)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(userName));
        return new Guid((hash[0] << 8 | hash[1]) & 0xfff, 0, 0, new byte[8]);
    }

    private void Lock(DateTimeOffset now, LockoutOptions lockout)
    {
        Locks++;
        (Failures, LockedUntil) = (0, now + lockout.Wait(Locks));
    }
}
