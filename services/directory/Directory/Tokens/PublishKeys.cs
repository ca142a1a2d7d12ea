using System.Text.Json.Serialization;
using DanVan.Directory.Clients;
using DanVan.Directory.Keys;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Tokens;

/// <summary>What a service needs to check tokens: the discovery document (OpenID Connect Discovery 1.0, RFC 8414) and the public keys (RFC 7517).</summary>
internal static class PublishKeys
{
    public sealed record Discovery(
        [property: JsonPropertyName("issuer")] string Issuer,
        [property: JsonPropertyName("authorization_endpoint")] string AuthorizationEndpoint,
        [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
        [property: JsonPropertyName("revocation_endpoint")] string RevocationEndpoint,
        [property: JsonPropertyName("jwks_uri")] string JwksUri,
        [property: JsonPropertyName("grant_types_supported")] IReadOnlyList<string> GrantTypes,
        [property: JsonPropertyName("token_endpoint_auth_methods_supported")] IReadOnlyList<string> AuthMethods,
        [property: JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")] IReadOnlyList<string> AuthAlgorithms,
        [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
        [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes,
        [property: JsonPropertyName("code_challenge_methods_supported")] IReadOnlyList<string> ChallengeMethods,
        [property: JsonPropertyName("authorization_response_iss_parameter_supported")] bool NamesIssuer,
        [property: JsonPropertyName("scopes_supported")] IReadOnlyList<string> Scopes
    );

    public sealed record KeySet([property: JsonPropertyName("keys")] IReadOnlyList<PublicKey> Keys);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/openid-configuration", Describe).AllowAnonymous().WithTags("tokens").WithSummary("Where tokens come from");
        app.MapGet("/.well-known/oauth-authorization-server", Describe)
            .AllowAnonymous()
            .WithTags("tokens")
            .WithSummary("The same, under its address in RFC 8414");
        app.MapGet("/.well-known/jwks.json", Keys)
            .AllowAnonymous()
            .WithTags("tokens")
            .WithSummary("The public keys that tokens are signed with");
        app.MapGet("/oauth/jwks", Keys).AllowAnonymous().WithTags("tokens").WithSummary("The same keys, under their older address");
    }

    static Ok<Discovery> Describe(HttpRequest request, IOptions<TokenOptions> options)
    {
        var issuer = options.Value.Issuer.TrimEnd('/');
        // Inside the network the keys come from where the document came from, so that services need not pass the public door to check a token.
        var here = request.Headers.ContainsKey("X-Forwarded-Host") ? issuer : $"{request.Scheme}://{request.Host}";
        return TypedResults.Ok(
            new Discovery(
                options.Value.Issuer,
                $"{issuer}/oauth/authorize",
                $"{issuer}/oauth/token",
                $"{issuer}/oauth/revoke",
                $"{here}/.well-known/jwks.json",
                ["client_credentials", "authorization_code", "refresh_token"],
                ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"],
                PublicJwk.Algorithms,
                ["code"],
                ["public"],
                ["S256"],
                true,
                Scopes.All
            )
        );
    }

    static async Task<Ok<KeySet>> Keys(SigningKeys keys, HttpResponse response, CancellationToken ct)
    {
        // Short, so that a new key is known before the first token is signed with it.
        response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new KeySet(await keys.Published(ct)));
    }
}
