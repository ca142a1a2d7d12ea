using System.ComponentModel.DataAnnotations;
using DanVan.Chassis.Http;

namespace DanVan.Directory.Tokens;

/// <summary>How tokens are issued.</summary>
internal sealed class TokenOptions : IValidatableObject
{
    /// <summary>The public address of the issuer, as it stands in <c>iss</c>.</summary>
    [Required(ErrorMessage = "Tokens:Issuer is missing: the public address of the issuer of tokens (environment variable Tokens__Issuer).")]
    [Url(ErrorMessage = "Tokens:Issuer must be an absolute http(s) address.")]
    public string Issuer { get; set; } = "";

    /// <summary>256-bit key in Base64 that the signing keys are encrypted with in the database.</summary>
    public string? EncryptionKey { get; set; }

    /// <summary>Folder in which such a key is made and kept when none is given: for one machine, or a folder that all instances share.</summary>
    public string? KeysPath { get; set; }

    /// <summary>Keys of the past, for what is still encrypted under them; and, for the time of a change, the key that comes next.</summary>
    public List<string> OldEncryptionKeys { get; set; } = [];

    /// <summary>Days for which one signing key signs.</summary>
    [Range(1, 3650, ErrorMessage = "Tokens:KeyDays must be from 1 to 3650 days.")]
    public int KeyDays { get; set; } = 90;

    /// <summary>Minutes for which a signing key is published before it signs: longer than anybody keeps the published keys.</summary>
    [Range(1, 10_080, ErrorMessage = "Tokens:KeyLeadMinutes must be from 1 to 10080 minutes.")]
    public int KeyLeadMinutes { get; set; } = 60;

    /// <summary>
    /// Networks (10.0.0.0/8) in which the gateways stand, whose word on a caller's address is taken; this machine and the private networks unless told.
    /// </summary>
    public List<string> Gateways { get; set; } = [];

    internal IReadOnlyList<string> KnownGateways => Gateways.Count > 0 ? Gateways : CallerAddress.PrivateNetworks;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeyLeadMinutes >= KeyDays * 24 * 60)
            yield return new("Tokens:KeyLeadMinutes must be shorter than Tokens:KeyDays.");
        foreach (var key in OldEncryptionKeys.Where(key => !IsKey(key)))
            yield return new("Tokens:OldEncryptionKeys: each must be 32 bytes in Base64.");
        foreach (var network in Gateways.Where(network => !System.Net.IPNetwork.TryParse(network, out _)))
            yield return new($"Tokens:Gateways: {network} is no network such as 10.0.0.0/8.");
        if (string.IsNullOrEmpty(EncryptionKey) && string.IsNullOrEmpty(KeysPath))
            yield return new(
                "Tokens:EncryptionKey (32 bytes in Base64) or Tokens:KeysPath (a folder to keep one in) is missing: signing keys are kept encrypted."
            );
        if (!string.IsNullOrEmpty(EncryptionKey) && !IsKey(EncryptionKey))
            yield return new("Tokens:EncryptionKey must be 32 bytes in Base64.");
    }

    private static bool IsKey(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length == 32;
}

/// <summary>The first administrator (section <c>Bootstrap</c>): without one nobody could register anybody.</summary>
internal sealed class BootstrapOptions : IValidatableObject
{
    public string? ClientId { get; set; }
    public string? ClientSecret { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ClientId) != string.IsNullOrEmpty(ClientSecret))
            yield return new("Bootstrap:ClientId and Bootstrap:ClientSecret are set together or not at all.");
        // The secret of a person's making is hashed like those made here, so it has to be as long.
        if (ClientSecret is { Length: > 0 and < 32 })
            yield return new("Bootstrap:ClientSecret must have at least 32 random characters.");
    }
}
