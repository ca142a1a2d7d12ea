namespace DanVan.Directory.SignIn;

/// <summary>An application of the platform itself: a public client of OAuth 2.0, which proves by PKCE that who redeems a code is who asked for it.</summary>
internal sealed class SignInApp
{
    public string ClientId { get; set; } = "";

    /// <summary>What the sign-in page calls it; its ClientId unless told.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// Where a code may be sent, compared letter by letter; for a program on the user's own machine (http on 127.0.0.1 or [::1]) on any port (RFC 8252, 7.3).
    /// </summary>
    public List<string> RedirectUris { get; set; } = [];

    public bool Redirects(string uri) => RedirectUris.Any(known => known == uri || IsSameButThePort(known, uri));

    internal static bool MayBeRegistered(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    static bool IsSameButThePort(string known, string uri) =>
        Uri.TryCreate(known, UriKind.Absolute, out var one)
        && Uri.TryCreate(uri, UriKind.Absolute, out var other)
        && one is { Scheme: "http", Host: "127.0.0.1" or "[::1]" }
        // Written again from its parts, so that nothing but the port may differ, not even in spelling.
        && uri == $"http://{one.Host}:{other.Port}{one.PathAndQuery}";
}
