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

    public SealedIdentity Seal(Guid petitionId, Petitioner petitioner) => Seal(new SealedIdentity { PetitionId = petitionId }, petitioner);

    /// <summary>Seals one of several who signed.</summary>
    public SealedSignatory SealSignatory(Guid petitionId, Petitioner signatory) =>
        Seal(new SealedSignatory { PetitionId = petitionId }, signatory);

    T Seal<T>(T row, Petitioner person)
        where T : SealedPerson
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        byte[] Column(string column, string value) => Encrypt(dataKey, Encoding.UTF8.GetBytes(value), row, column);
        byte[]? Optional(string column, string? value) => value is null ? null : Column(column, value);
        row.KeyId = currentKeyId;
        row.WrappedKey = Encrypt(keys[currentKeyId], dataKey, row, "wrapped_key");
        row.Type = person.Type;
        row.FullName = Column("full_name", person.FullName);
        row.Address = Column("address", person.Address);
        row.Phone = Optional("phone", person.Phone);
        row.IdentityNumber = Optional("identity_number", person.IdentityNumber);
        row.Email = Optional("email", person.Email);
        row.Details = Optional("details", person.Details);
        CryptographicOperations.ZeroMemory(dataKey);
        return row;
    }

    /// <exception cref="CryptographicException">The row was changed or moved.</exception>
    /// <exception cref="KeyNotFoundException">The key that wraps this identity is not configured.</exception>
    public Petitioner Open(SealedPerson identity)
    {
        var dataKey = Decrypt(keys[identity.KeyId], identity.WrappedKey, identity, "wrapped_key");
        string Column(string column, byte[] value) => Encoding.UTF8.GetString(Decrypt(dataKey, value, identity, column));
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
    public void Rewrap(SealedPerson identity)
    {
        var dataKey = Decrypt(keys[identity.KeyId], identity.WrappedKey, identity, "wrapped_key");
        identity.WrappedKey = Encrypt(keys[currentKeyId], dataKey, identity, "wrapped_key");
        identity.KeyId = currentKeyId;
        CryptographicOperations.ZeroMemory(dataKey);
    }

    static byte[] Encrypt(byte[] key, byte[] plain, SealedPerson row, string column) => Box.Close(key, plain, Place(row, column));

    static byte[] Decrypt(byte[] key, byte[] box, SealedPerson row, string column) => Box.Open(key, box, Place(row, column));

    static string Place(SealedPerson row, string column) => $"{row.Table}|{row.Id}|{column}";

    internal static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];
}
