using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Directory.SignIn;

namespace DanVan.Directory.Accounts;

/// <summary>
/// What a member of staff signs in with. It belongs to a unit and acts in that unit's subtree; what it may do there is the union of the scopes of its roles.
/// </summary>
public sealed class Account : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The name to sign in with, in lower case; unique in the platform.</summary>
    public required string UserName { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Whose account it is, where the register knows the person.</summary>
    public Guid? PersonId { get; init; }
    public required DateTimeOffset Created { get; init; }
    public string PasswordHash { get; private set; } = "";

    /// <summary>When an initial password that nobody has replaced ends; null for one of the owner's own choice.</summary>
    public DateTimeOffset? PasswordExpires { get; private set; }

    /// <summary>The password is known to an administrator: the next sign-in begins with another one.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>As the guard of its sign-ins says; kept here to be shown.</summary>
    public DateTimeOffset? LockedUntil { get; set; }
    public DateTimeOffset? Disabled { get; private set; }
    public string? DisabledReason { get; private set; }

    /// <summary>The secret of the second factor, encrypted; null without one.</summary>
    public byte[]? Totp { get; private set; }

    /// <summary>The last step that a code was taken of: a code opens once.</summary>
    public long? TotpStep { get; private set; }

    /// <summary>A secret that its owner has not shown to have; encrypted.</summary>
    public byte[]? TotpPending { get; private set; }
    public List<RoleGrant> Roles { get; } = [];
    public List<RecoveryCode> RecoveryCodes { get; } = [];

    Guid? ISubject.UnitId => UnitId;

    /// <summary>Whether the account is open and its password has not run out.</summary>
    public bool MayBeUsed(DateTimeOffset now) => Disabled is null && !(PasswordExpires <= now);

    /// <summary>The roles that hold on a day.</summary>
    public IEnumerable<Guid> RolesOn(DateOnly date) => Roles.Where(role => role.HoldsOn(date)).Select(role => role.RoleId).Distinct();

    public void GiveInitialPassword(string hash, DateTimeOffset expires) =>
        (PasswordHash, PasswordExpires, MustChangePassword) = (hash, expires, true);

    public void ChangePassword(string hash) => (PasswordHash, PasswordExpires, MustChangePassword) = (hash, null, false);

    /// <summary>The same password, hashed anew.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void Disable(string reason, DateTimeOffset now) => (Disabled, DisabledReason) = (now, reason);

    public void Enable() => (Disabled, DisabledReason) = (null, null);

    /// <summary>Begins to set up a second factor: it counts when a code of it was shown.</summary>
    public void OfferSecondFactor(byte[] encrypted) => TotpPending = encrypted;

    /// <summary>The offered second factor, a code of which was taken, counts from now on, with recovery codes of its own.</summary>
    public void SetSecondFactor(IEnumerable<string> recoveryCodes)
    {
        (Totp, TotpPending) = (TotpPending, null);
        ReplaceRecoveryCodes(recoveryCodes);
    }

    public void ReplaceRecoveryCodes(IEnumerable<string> codes)
    {
        RecoveryCodes.Clear();
        RecoveryCodes.AddRange(codes.Select(RecoveryCode.Of));
    }

    public void RemoveSecondFactor()
    {
        (Totp, TotpStep, TotpPending) = (null, null, null);
        RecoveryCodes.Clear();
    }

    /// <summary>Takes a code of the second factor; the same one is not taken again.</summary>
    /// <param name="secret">The decrypted secret.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="now">The moment.</param>
    public bool TakeCode(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        if (SignIn.Totp.Match(secret, code, now, TotpStep) is not { } step)
            return false;
        TotpStep = step;
        return true;
    }

    /// <summary>Takes a recovery code, once.</summary>
    public bool TakeRecoveryCode(string code, DateTimeOffset now) => RecoveryCodes.Any(known => known.Take(code, now));
}
