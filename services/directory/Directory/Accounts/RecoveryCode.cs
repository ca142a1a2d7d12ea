using DanVan.Directory.Clients;
using DanVan.Directory.SignIn;

namespace DanVan.Directory.Accounts;

/// <summary>A code that stands in for the second factor once, as it is kept: 80 random bits, so that a plain hash hides it.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many an owner gets.</summary>
    public const int Count = 10;

    public required byte[] Hash { get; init; }
    public DateTimeOffset? Used { get; private set; }

    internal bool Take(string code, DateTimeOffset now)
    {
        if (Used is not null || !SecretHash.AreEqual(Hash, SecretHash.Of(SpokenSecret.Normal(code))))
            return false;
        Used = now;
        return true;
    }

    internal static RecoveryCode Of(string code) => new() { Hash = SecretHash.Of(code) };

    internal static string[] NewCodes() => [.. Enumerable.Range(0, Count).Select(_ => SpokenSecret.New())];
}
