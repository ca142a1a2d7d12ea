using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace DanVan.Petitions.Identities;

/// <summary>Where the keys come from: <c>Vault__Key</c>, or a file of that name in the folder of secrets.</summary>
public sealed class VaultOptions
{
    public const string Missing =
        "Vault:Key is missing or is not 32 bytes in base64. It wraps the keys of the sealed identities; make one with `openssl rand -base64 32`, "
        + "keep it outside the database and its backups, and give it as Vault__Key or as a file of that name under Secrets:Path.";

    /// <summary>Wraps every new data key.</summary>
    public string Key { get; set; } = "";

    /// <summary>
    /// Keys of the past, the oldest first. Identities are wrapped anew by the present one (see <see cref="RewrapKeys"/>); receipts that were issued under a past key are known for as
    /// long as it stands here.
    /// </summary>
    public IList<string> OldKeys { get; } = [];

    /// <summary>
    /// Keys the index by which duplicates are found (<c>Vault__IndexKey</c>): 32 bytes in base64. It never changes, for the index cannot be made anew without
    /// opening every identity. Left out, it is derived from the oldest key of the vault.
    /// </summary>
    public string? IndexKey { get; set; }

    /// <summary>The kinds whose identity is opened only by leave given for it. The law protects denouncers; more is the platform's choice.</summary>
    public IList<PetitionKind> GrantFor { get; } = [];

    /// <summary>For how long leave can be given.</summary>
    [Range(1, 24 * 366)]
    public int GrantHours { get; init; } = 72;

    /// <summary>How often data keys are looked for that a former key wraps.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan RewrapEvery { get; init; } = TimeSpan.FromMinutes(1);

    internal bool NeedsGrant(PetitionKind kind) => GrantFor.Count == 0 ? kind is PetitionKind.ToCao : GrantFor.Contains(kind);

    internal bool AreUsable => OldKeys.Append(Key).Append(IndexKey ?? Key).All(key => Base64.IsValid(key, out var bytes) && bytes == 32);

    internal byte[] IndexKeyOrDerived() =>
        IndexKey is not null
            ? Convert.FromBase64String(IndexKey)
            : HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                Convert.FromBase64String(OldKeys.FirstOrDefault() ?? Key),
                outputLength: 32,
                info: "petitioner index"u8.ToArray()
            );
}
