using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>
/// Keys for one purpose, derived (HKDF, RFC 5869) from the vault's of today and of the past: an operator keeps one secret, and no key serves two purposes.
/// </summary>
public sealed class DerivedKeys
{
    readonly Dictionary<string, byte[]> keys;

    public DerivedKeys(VaultOptions vault, string purpose)
    {
        var sources = vault.OldKeys.Prepend(vault.Key).Select(Convert.FromBase64String).DistinctBy(IdentityVault.IdOf).ToList();
        keys = sources.ToDictionary(
            IdentityVault.IdOf,
            source => HKDF.DeriveKey(HashAlgorithmName.SHA256, source, 32, info: Encoding.UTF8.GetBytes($"danvan petitions {purpose}"))
        );
        CurrentId = IdentityVault.IdOf(sources[0]);
    }

    public DerivedKeys(IOptions<VaultOptions> vault, string purpose)
        : this(vault.Value, purpose) { }

    /// <summary>Names the key for what is new.</summary>
    public string CurrentId { get; }
    public byte[] Current => keys[CurrentId];
    public IEnumerable<byte[]> All => keys.Values;

    /// <summary>None when that key is not configured any more.</summary>
    public byte[]? Find(string id) => keys.GetValueOrDefault(id);
}
