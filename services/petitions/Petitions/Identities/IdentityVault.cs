using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>Seals and opens identities with AES-256-GCM. A ciphertext opens only in the row and column that it was written for.</summary>
public sealed class IdentityVault
{
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
        byte[]? Optional(string column, string? value) => value is null ? null : Column(column, value);
        var identity = new SealedIdentity
        {
            Id = id,
            PetitionId = petitionId,
            KeyId = currentKeyId,
            WrappedKey = Encrypt(keys[currentKeyId], dataKey, id, "wrapped_key"),
            Type = petitioner.Type,
            FullName = Column("full_name", petitioner.FullName),
            Address = Column("address", petitioner.Address),
            Phone = Optional("phone", petitioner.Phone),
            IdentityNumber = Optional("identity_number", petitioner.IdentityNumber),
            Email = Optional("email", petitioner.Email),
            Details = Optional("details", petitioner.Details),
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
        string? Optional(string column, byte[]? value) => value is null ? null : Column(column, value);
        var petitioner = new Petitioner(
            identity.Type,
            Column("full_name", identity.FullName),
            Column("address", identity.Address),
            Optional("phone", identity.Phone),
            Optional("identity_number", identity.IdentityNumber),
            Optional("email", identity.Email),
            Optional("details", identity.Details)
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

    static byte[] Encrypt(byte[] key, byte[] plain, Guid id, string column) => Box.Close(key, plain, Place(id, column));

    static byte[] Decrypt(byte[] key, byte[] box, Guid id, string column) => Box.Open(key, box, Place(id, column));

    static string Place(Guid id, string column) => $"sealed_identities|{id}|{column}";

    internal static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];
}
