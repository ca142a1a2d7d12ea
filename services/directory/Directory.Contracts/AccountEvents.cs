namespace DanVan.Directory.Contracts.V1;

/// <summary>A member of staff may sign in from now on. Neither the name to sign in with nor whose account it is, by name, is told.</summary>
/// <param name="AccountId">Identity of the account.</param>
/// <param name="UnitId">The unit in whose subtree it acts.</param>
/// <param name="PersonId">Whose account it is; null for one that belongs to no person of the register.</param>
public sealed record AccountCreated(Guid AccountId, Guid UnitId, Guid? PersonId);

/// <summary>An administrator gave an account a new initial password; its sessions are ended and the lock is off.</summary>
/// <param name="AccountId">Identity of the account.</param>
/// <param name="SecondFactorRemoved">Whether the second factor was taken away as well.</param>
public sealed record AccountPasswordReset(Guid AccountId, bool SecondFactorRemoved);

/// <summary>The owner of an account chose another password; its sessions are ended.</summary>
/// <param name="AccountId">Identity of the account.</param>
public sealed record AccountPasswordChanged(Guid AccountId);

/// <summary>Too many failed sign-ins: the account takes none until the moment told.</summary>
/// <param name="AccountId">Identity of the account.</param>
/// <param name="Until">When sign-in is taken again.</param>
public sealed record AccountLocked(Guid AccountId, DateTimeOffset Until);

/// <summary>A lock was taken off before its time, by an administrator or by the right password.</summary>
/// <param name="AccountId">Identity of the account.</param>
public sealed record AccountUnlocked(Guid AccountId);

/// <summary>An account is closed: no sign-in and no refresh any more; access tokens that it holds end within ten minutes. The reason stays in the register.</summary>
/// <param name="AccountId">Identity of the account.</param>
public sealed record AccountDisabled(Guid AccountId);

/// <summary>A closed account was opened again, with a new initial password.</summary>
/// <param name="AccountId">Identity of the account.</param>
public sealed record AccountEnabled(Guid AccountId);

/// <summary>An account was given a role for a time; tokens issued in that time carry the role's scopes.</summary>
/// <param name="AccountId">Identity of the account.</param>
/// <param name="RoleId">The role.</param>
/// <param name="GrantId">Identity of this giving.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it no longer holds; null while open.</param>
public sealed record AccountRoleGiven(Guid AccountId, Guid RoleId, Guid GrantId, DateOnly From, DateOnly? To);

/// <summary>A role was taken from an account.</summary>
/// <param name="AccountId">Identity of the account.</param>
/// <param name="RoleId">The role.</param>
/// <param name="GrantId">The giving that ends.</param>
/// <param name="On">First day on which it no longer holds.</param>
public sealed record AccountRoleEnded(Guid AccountId, Guid RoleId, Guid GrantId, DateOnly On);

/// <summary>The owner of an account set up a second factor (TOTP); earlier recovery codes are void.</summary>
/// <param name="AccountId">Identity of the account.</param>
public sealed record SecondFactorSet(Guid AccountId);

/// <summary>The owner of an account took its second factor away.</summary>
/// <param name="AccountId">Identity of the account.</param>
public sealed record SecondFactorRemoved(Guid AccountId);

/// <summary>The owner of an account took new recovery codes; the earlier ones are void.</summary>
/// <param name="AccountId">Identity of the account.</param>
public sealed record RecoveryCodesReplaced(Guid AccountId);

/// <summary>A recovery code stood in for the second factor, once and for all.</summary>
/// <param name="AccountId">Identity of the account.</param>
/// <param name="Left">How many are left.</param>
public sealed record RecoveryCodeUsed(Guid AccountId, int Left);
