using System.ComponentModel.DataAnnotations;

namespace DanVan.Chassis.Auth;

/// <summary>Whose tokens are accepted (section <c>Auth</c>).</summary>
public sealed class AuthOptions : IValidatableObject
{
    /// <summary>The audience that a token must name.</summary>
    [Required(ErrorMessage = "Auth:Audience is missing: the audience that tokens must name.")]
    public string Audience { get; set; } = "";

    /// <summary>The issuers, each with its own keys and algorithms.</summary>
    [MinLength(1, ErrorMessage = "Auth:Issuers is empty: name at least one issuer of tokens.")]
    public List<TrustedIssuer> Issuers { get; set; } = [];

    /// <summary>How many validated tokens are remembered.</summary>
    [Range(16, 1_000_000)]
    public int RememberedTokens { get; set; } = 20_000;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var issuer in Issuers)
        {
            if (issuer.Issuer.Length == 0)
                yield return new("Auth:Issuers: every issuer needs its name in Issuer.");
            if (issuer.MetadataAddress is null == issuer.JwksFile is null)
                yield return new($"Auth:Issuers: {issuer.Issuer} needs either MetadataAddress or JwksFile.");
            // A symmetric algorithm would let anyone who may check a token also make one.
            if (
                issuer.Algorithms.Any(a =>
                    a is not ("RS256" or "RS384" or "RS512" or "PS256" or "PS384" or "PS512" or "ES256" or "ES384" or "ES512")
                )
            )
                yield return new($"Auth:Issuers: {issuer.Issuer} may use asymmetric signatures only (RS256, PS256, ES256 …).");
            foreach (var fault in issuer.Mapping?.Faults(issuer.Issuer) ?? [])
                yield return fault;
        }
    }
}

/// <summary>An issuer whose tokens are accepted.</summary>
public sealed class TrustedIssuer
{
    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Its OpenID Connect discovery document.</summary>
    public string? MetadataAddress { get; set; }

    /// <summary>Or its keys in a file (JWKS), where it has no discovery.</summary>
    public string? JwksFile { get; set; }

    /// <summary>The algorithms it may sign with; RS256 when none is named.</summary>
    public List<string> Algorithms { get; set; } = [];

    /// <summary>The audience that its tokens must name, where it is not that of <see cref="AuthOptions.Audience"/>: many issuers want an address.</summary>
    public string? Audience { get; set; }

    /// <summary>For an issuer outside the platform: how its claims are read and what it may give.</summary>
    public ClaimsMapping? Mapping { get; set; }

    internal IEnumerable<string> AllowedAlgorithms => Algorithms.Count > 0 ? Algorithms : ["RS256"];
}
