using System.Text;
using DanVan.Chassis.Auth;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DanVan.Directory.Tokens;

/// <summary>By what a client says who it is: a secret (client_secret_basic, client_secret_post) or an assertion (private_key_jwt). Nothing is believed yet.</summary>
/// <param name="Login">The client_id that it claims.</param>
/// <param name="Secret">The secret; null for an assertion.</param>
/// <param name="Assertion">The assertion; null for a secret, and for an assertion that cannot be read.</param>
internal sealed record ClientCredentials(string Login, string? Secret, JsonWebToken? Assertion)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>Nothing when there are none, or two: RFC 6749, 2.3 allows one way in a request.</summary>
    public static ClientCredentials? Of(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization;
        var (hasSecret, hasAssertion) = (form.ContainsKey("client_secret"), form.ContainsKey("client_assertion"));
        if ((header.Count > 0 ? 1 : 0) + (hasSecret ? 1 : 0) + (hasAssertion ? 1 : 0) != 1)
            return null;
        if (hasAssertion)
            return Asserted(form);
        if (hasSecret)
            return form["client_id"] is [{ Length: > 0 } login] ? new(login, form["client_secret"].ToString(), null) : null;
        return Basic(header.ToString());
    }

    // RFC 7523, 3: the subject is the client; a client_id beside it has to say the same (RFC 7521, 4.2).
    private static ClientCredentials? Asserted(IFormCollection form)
    {
        if (form["client_assertion_type"] is not [AssertionType] || form["client_assertion"] is not [{ Length: > 0 } text])
            return null;
        var claimed = form["client_id"] is [{ Length: > 0 } id] ? id : null;
        if (StrictJwt.Read(text) is not { } assertion || (claimed is not null && claimed != assertion.Subject))
            return new(claimed ?? "", null, null);
        return new(assertion.Subject ?? "", null, assertion);
    }

    // RFC 6749, 2.3.1: both halves are form-encoded before they are put together.
    private static ClientCredentials? Basic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0
            ? null
            : new(System.Net.WebUtility.UrlDecode(text[..colon]), System.Net.WebUtility.UrlDecode(text[(colon + 1)..]), null);
    }
}
