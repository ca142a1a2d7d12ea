using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>What others must know of a directory before it runs: where it will be, and the secret of its first administrator client.</summary>
public sealed class TestDirectory
{
    internal int Port { get; } = FreePort.Next();

    public string ClientId { get; } = "test-administrator";
    public string ClientSecret { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    /// <summary>The issuer of its tokens.</summary>
    public TokenIssuer Tokens => TokenIssuer.Discovered(Address.ToString().TrimEnd('/'), Address);

    Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>The application that staff sign in to in the tests: on this machine, on any port.</summary>
    public const string App = "test-app";
    public const string Redirect = "http://127.0.0.1/signed-in";

    internal Dictionary<string, string> Settings =>
        new()
        {
            ["SignIn__Apps__0__ClientId"] = App,
            ["SignIn__Apps__0__RedirectUris__0"] = Redirect,
            // The least that is allowed: the tests check thousands.
            ["SignIn__PasswordRounds"] = "100000",
            ["Tokens__Issuer"] = Tokens.Issuer,
            ["Bootstrap__ClientId"] = ClientId,
            ["Bootstrap__ClientSecret"] = ClientSecret,
        };
}
