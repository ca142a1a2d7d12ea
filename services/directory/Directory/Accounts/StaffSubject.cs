using DanVan.Chassis.Auth;

namespace DanVan.Directory.Accounts;

/// <summary>How a token names a member of staff: by the account, never by name.</summary>
internal static class StaffSubject
{
    private const string Prefix = "account-";

    public static string Of(Guid account) => $"{Prefix}{account:n}";

    /// <summary>The account behind a call. Only the platform's own issuer speaks of its accounts: another one's subject of the same spelling is somebody else.</summary>
    public static Guid? AccountOf(Caller caller, string ownIssuer) =>
        caller.Issuer == ownIssuer
        && caller.Subject.StartsWith(Prefix, StringComparison.Ordinal)
        && Guid.TryParseExact(caller.Subject[Prefix.Length..], "n", out var id)
            ? id
            : null;
}
