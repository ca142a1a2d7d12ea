using System.ComponentModel.DataAnnotations;

namespace DanVan.Chassis.Auth;

/// <summary>
/// How the tokens of an issuer outside the platform are read, and how much it may say (section <c>Auth:Issuers:n:Mapping</c>). An issuer without a mapping
/// is the platform's own: it speaks the platform's claims and may give everything.
/// </summary>
public sealed class ClaimsMapping
{
    /// <summary>Stands before each of its subjects, so that none of them can pass for one of the platform's or of another issuer: <c>so-noi-vu:</c>.</summary>
    public string SubjectPrefix { get; set; } = "";

    /// <summary>The claim that holds the scopes: a text with spaces between them, or a list. Dots lead into objects: <c>realm_access.roles</c>.</summary>
    public string Scope { get; set; } = "scope";

    /// <summary>The scopes that it may give. What else its tokens name is passed over.</summary>
    public List<string> AllowedScopes { get; set; } = [];

    /// <summary>The claim that names the unit, as a UUID or as <c>scheme:code</c> (<c>ADMINISTRATIVE:79</c>). Dots lead into objects.</summary>
    public string Unit { get; set; } = "unit";

    /// <summary>The scheme of the code where the claim holds the code alone.</summary>
    public string? UnitScheme { get; set; }

    /// <summary>The unit that the issuer may speak for, with all below it; any unit when not set. Its tokens for other units are refused.</summary>
    public Guid? Within { get; set; }

    /// <summary>The quota class of its callers at the gateway; the standard class when not set. What its tokens say of it does not count.</summary>
    public string? Quota { get; set; }

    internal IEnumerable<ValidationResult> Faults(string issuer)
    {
        if (string.IsNullOrWhiteSpace(SubjectPrefix))
            yield return new($"Auth:Issuers: {issuer} needs Mapping:SubjectPrefix, so that its subjects cannot pass for others.");
        if (AllowedScopes.Count == 0)
            yield return new($"Auth:Issuers: {issuer} needs Mapping:AllowedScopes, the scopes that it may give.");
        if (Scope.Length == 0 || Unit.Length == 0)
            yield return new($"Auth:Issuers: {issuer} needs the names of claims in Mapping:Scope and Mapping:Unit.");
    }
}
