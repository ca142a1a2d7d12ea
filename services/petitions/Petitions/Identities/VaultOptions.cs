using System.Buffers.Text;

namespace DanVan.Petitions.Identities;

/// <summary>Where the keys come from: <c>Vault__Key</c>, or a file of that name in the folder of secrets.</summary>
public sealed class VaultOptions
{
    public const string Missing =
        "Vault:Key is missing or is not 32 bytes in base64. It wraps the keys of the sealed identities; make one with `openssl rand -base64 32`, "
        + "keep it outside the database and its backups, and give it as Vault__Key or as a file of that name under Secrets:Path.";

    /// <summary>Wraps every new data key.</summary>
    public string Key { get; set; } = "";

    /// <summary>Keys of the past, for identities that were sealed under them.</summary>
    public IList<string> OldKeys { get; } = [];

    internal bool AreUsable => OldKeys.Prepend(Key).All(key => Base64.IsValid(key, out var bytes) && bytes == 32);
}
