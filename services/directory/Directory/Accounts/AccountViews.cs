using DanVan.Chassis.Http;

namespace DanVan.Directory.Accounts;

/// <summary>A staff account; nothing that it signs in with is ever shown.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="UnitId">The unit in whose subtree it acts.</param>
/// <param name="PersonId">Whose account it is.</param>
/// <param name="Created">When it was made.</param>
/// <param name="MustChangePassword">The next sign-in begins with another password.</param>
/// <param name="PasswordExpires">Until when the initial password opens; null once it was changed.</param>
/// <param name="HasSecondFactor">Whether sign-in asks for a code of an authenticator program.</param>
/// <param name="RecoveryCodes">How many recovery codes are left.</param>
/// <param name="LockedUntil">Until when no sign-in is taken after too many failures; null unless it is locked now.</param>
/// <param name="Roles">The roles given to it, ended ones too.</param>
/// <param name="Disabled">When it was closed; null while it is open.</param>
/// <param name="DisabledReason">Why.</param>
public sealed record AccountView(
    Guid Id,
    int Version,
    string UserName,
    Guid UnitId,
    Guid? PersonId,
    DateTimeOffset Created,
    bool MustChangePassword,
    DateTimeOffset? PasswordExpires,
    bool HasSecondFactor,
    int RecoveryCodes,
    DateTimeOffset? LockedUntil,
    IReadOnlyList<RoleGrantView> Roles,
    DateTimeOffset? Disabled,
    string? DisabledReason
) : IVersionedView
{
    internal static AccountView Of(Account account, DateTimeOffset now) =>
        new(
            account.Id,
            account.Version,
            account.UserName,
            account.UnitId,
            account.PersonId,
            account.Created,
            account.MustChangePassword,
            account.PasswordExpires,
            account.Totp is not null,
            account.RecoveryCodes.Count(code => code.Used is null),
            now < account.LockedUntil ? account.LockedUntil : null,
            [.. account.Roles.OrderBy(role => role.ValidFrom).ThenBy(role => role.Id).Select(RoleGrantView.Of)],
            account.Disabled,
            account.DisabledReason
        );
}

/// <summary>A role that an account has for a time.</summary>
/// <param name="Id">Identity of this giving.</param>
/// <param name="RoleId">The role.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it no longer holds; null while open.</param>
public sealed record RoleGrantView(Guid Id, Guid RoleId, DateOnly From, DateOnly? To)
{
    internal static RoleGrantView Of(RoleGrant role) => new(role.Id, role.RoleId, role.ValidFrom, role.ValidTo);
}

/// <summary>An account with an initial password that is shown this once.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">It is not kept and cannot be shown again; the first sign-in with it asks for another.</param>
public sealed record AccountWithPassword(AccountView Account, string Password);

/// <summary>A role: a set of scopes.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it permits.</param>
public sealed record RoleView(Guid Id, int Version, string Code, string Name, IReadOnlyList<string> Scopes) : IVersionedView
{
    internal static RoleView Of(Role role) => new(role.Id, role.Version, role.Code, role.Name, role.Scopes);
}
