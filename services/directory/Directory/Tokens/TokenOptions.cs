using System.ComponentModel.DataAnnotations;

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

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
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
