using System.Text.RegularExpressions;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DanVan.Directory.SignIn;

/// <summary>
/// What an application asks for when it sends somebody to sign in: an authorization code (RFC 6749, 4.1) bound to it by PKCE with S256 (RFC 7636), as RFC 9700
/// wants it. Parameters that are not known are passed over (RFC 6749, 3.1).
/// </summary>
/// <param name="App">The client_id.</param>
/// <param name="RedirectUri">Where the code goes.</param>
/// <param name="Challenge">The code_challenge.</param>
/// <param name="Scopes">What is asked for; null for all that the account may do.</param>
/// <param name="State">What the application wants back.</param>
internal sealed partial record AuthorizationRequest(string App, string RedirectUri, string Challenge, string[]? Scopes, string? State)
{
    private const int LongestState = 1024;

    /// <summary>Reads a query or a form; a request that cannot be is refused, by a page unless it is sure where to send the refusal.</summary>
    public static (AuthorizationRequest? Request, AuthorizationRefusal? Refused) Read(
        IEnumerable<KeyValuePair<string, StringValues>> fields,
        IReadOnlyCollection<SignInApp> apps
    )
    {
        var given = fields.ToDictionary(field => field.Key, field => field.Value);
        string? One(string name) => given.GetValueOrDefault(name) is [{ Length: > 0 } value] ? value : null;

        if (One("client_id") is not { } client || apps.FirstOrDefault(known => known.ClientId == client) is not { } app)
            return (null, AuthorizationRefusal.UnknownApp);
        if (One("redirect_uri") is not { Length: <= 1000 } redirect || !app.Redirects(redirect))
            return (null, AuthorizationRefusal.UnknownRedirect);
        var state = One("state");
        if (state?.Length > LongestState)
            return Refuse("invalid_request", "state is too long.", null);
        if (given.Any(field => Known.Contains(field.Key) && field.Value.Count > 1))
            return Refuse("invalid_request", "A parameter is given more than once.", state);
        if (One("response_type") is not { } type)
            return Refuse("invalid_request", "response_type is missing.", state);
        if (type != "code")
            return Refuse("unsupported_response_type", "Only code is supported.", state);
        if (One("code_challenge_method") != "S256" || One("code_challenge") is not { } challenge || !Challenges().IsMatch(challenge))
            return Refuse("invalid_request", "PKCE is required: code_challenge of 43 characters with code_challenge_method S256.", state);
        var scopes = One("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        if (scopes?.Except(Directory.Scopes.All).Any() ?? false)
            return Refuse("invalid_scope", "There is no such scope.", state);
        return (new(client, redirect, challenge, scopes, state), null);

        (AuthorizationRequest?, AuthorizationRefusal?) Refuse(string error, string description, string? returned) =>
            (null, new(error, description, redirect, returned));
    }

    /// <summary>As fields of a form, to be read again by the next step.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        yield return new("response_type", "code");
        yield return new("client_id", App);
        yield return new("redirect_uri", RedirectUri);
        yield return new("code_challenge", Challenge);
        yield return new("code_challenge_method", "S256");
        if (Scopes is not null)
            yield return new("scope", string.Join(' ', Scopes));
        if (State is not null)
            yield return new("state", State);
    }

    /// <summary>Where the browser goes with the code; <c>iss</c> says whose it is (RFC 9207).</summary>
    public string Answer(string code, string issuer) => With(RedirectUri, State, issuer, ("code", code));

    internal static string With(string redirect, string? state, string issuer, params IEnumerable<(string Name, string Value)> more)
    {
        var parameters = more.ToDictionary(one => one.Name, string? (one) => one.Value);
        if (state is not null)
            parameters["state"] = state;
        parameters["iss"] = issuer;
        return QueryHelpers.AddQueryString(redirect, parameters);
    }

    private static readonly HashSet<string> Known =
    [
        "response_type",
        "client_id",
        "redirect_uri",
        "code_challenge",
        "code_challenge_method",
        "scope",
        "state",
    ];

    [GeneratedRegex("^[A-Za-z0-9_-]{43}$")]
    private static partial Regex Challenges();
}

/// <summary>Why there is no sign-in (RFC 6749, 4.1.2.1).</summary>
/// <param name="Error">The code of the error.</param>
/// <param name="Description">What is wrong, for the developer of the application.</param>
/// <param name="RedirectUri">Where to say so; null where that is not sure, and a page says it.</param>
/// <param name="State">What the application wants back.</param>
internal sealed record AuthorizationRefusal(string Error, string Description, string? RedirectUri, string? State)
{
    public static readonly AuthorizationRefusal UnknownApp = new("invalid_request", "The client_id is not known.", null, null);

    public static readonly AuthorizationRefusal UnknownRedirect = new(
        "invalid_request",
        "The redirect_uri is not one of the application.",
        null,
        null
    );

    public string Answer(string issuer) =>
        AuthorizationRequest.With(RedirectUri!, State, issuer, ("error", Error), ("error_description", Description));

    /// <summary>For whoever stands before the page.</summary>
    public static string Text =>
        Phrases.Of(
            "Ứng dụng gọi trang đăng nhập không đúng cách. Hãy báo cho người quản trị ứng dụng.",
            "The application did not call the sign-in page rightly. Tell its administrator."
        );
}
