using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>Seals and opens identities with AES-256-GCM. A ciphertext opens only in the row and column that it was written for.</summary>
public sealed class IdentityVault
{
    const int NonceSize = 12;
    const int TagSize = 16;
    readonly Dictionary<string, byte[]> keys;
    readonly string currentKeyId;

    public IdentityVault(IOptions<VaultOptions> options)
    {
        keys = options.Value.OldKeys.Append(options.Value.Key).Select(Convert.FromBase64String).DistinctBy(IdOf).ToDictionary(IdOf);
        currentKeyId = IdOf(Convert.FromBase64String(options.Value.Key));
    }

    public SealedIdentity Seal(Guid petitionId, Petitioner petitioner)
    {
        var id = Guid.CreateVersion7();
        var dataKey = RandomNumberGenerator.GetBytes(32);
        byte[] Column(string column, string value) => Encrypt(dataKey, Encoding.UTF8.GetBytes(value), id, column);
        var identity = new SealedIdentity
        {
            Id = id,
            PetitionId = petitionId,
            KeyId = currentKeyId,
            WrappedKey = Encrypt(keys[currentKeyId], dataKey, id, "wrapped_key"),
            Type = petitioner.Type,
            FullName = Column("full_name", petitioner.FullName),
            Address = Column("address", petitioner.Address),
            Phone = petitioner.Phone is null ? null : Column("phone", petitioner.Phone),
            IdentityNumber = petitioner.IdentityNumber is null ? null : Column("identity_number", petitioner.IdentityNumber),
        };
        CryptographicOperations.ZeroMemory(dataKey);
        return identity;
    }

    /// <exception cref="CryptographicException">The row was changed or moved.</exception>
    /// <exception cref="KeyNotFoundException">The key that wraps this identity is not configured.</exception>
    public Petitioner Open(SealedIdentity identity)
    {
        var dataKey = Decrypt(keys[identity.KeyId], identity.WrappedKey, identity.Id, "wrapped_key");
        string Column(string column, byte[] value) => Encoding.UTF8.GetString(Decrypt(dataKey, value, identity.Id, column));
        var petitioner = new Petitioner(
            identity.Type,
            Column("full_name", identity.FullName),
            Column("address", identity.Address),
            identity.Phone is null ? null : Column("phone", identity.Phone),
            identity.IdentityNumber is null ? null : Column("identity_number", identity.IdentityNumber)
        );
        CryptographicOperations.ZeroMemory(dataKey);
        return petitioner;
    }

    /// <summary>Ids of the configured keys that wrap nothing new.</summary>
    public string[] FormerKeyIds => [.. keys.Keys.Where(id => id != currentKeyId)];

    /// <summary>Wraps the data key by the present key. What it encrypts is not touched.</summary>
    public void Rewrap(SealedIdentity identity)
    {
        var dataKey = Decrypt(keys[identity.KeyId], identity.WrappedKey, identity.Id, "wrapped_key");
        identity.WrappedKey = Encrypt(keys[currentKeyId], dataKey, identity.Id, "wrapped_key");
        identity.KeyId = currentKeyId;
        CryptographicOperations.ZeroMemory(dataKey);
    }

    // nonce | ciphertext | tag
    static byte[] Encrypt(byte[] key, byte[] plain, Guid id, string column)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(^TagSize..), Place(id, column));
        return box;
    }

    static byte[] Decrypt(byte[] key, byte[] box, Guid id, string column)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, plain.Length), box.AsSpan(^TagSize..), plain, Place(id, column));
        return plain;
    }

    static byte[] Place(Guid id, string column) => Encoding.UTF8.GetBytes($"sealed_identities|{id}|{column}");

    static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];
}
