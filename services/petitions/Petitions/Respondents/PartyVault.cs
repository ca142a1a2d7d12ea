using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DanVan.Chassis.Http;
using DanVan.Petitions.Identities;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Respondents;

/// <summary>
/// Keeps it a secret whom a petition is about: sealed for reading, and a keyed hash (HMAC-SHA256) for finding, so that neither the database nor its backups
/// tell whether somebody is denounced. Both keys are derived for this alone.
/// </summary>
public sealed class PartyVault(IOptions<VaultOptions> options)
{
    readonly DerivedKeys keys = new(options, "parties");
    readonly byte[] index = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        options.Value.IndexKeyOrDerived(),
        outputLength: 32,
        info: "danvan petitions party index"u8.ToArray()
    );

    /// <summary>Under what a party is found.</summary>
    public byte[] KeyOf(Party party) =>
        HMACSHA256.HashData(index, Encoding.UTF8.GetBytes(party.PersonId is { } person ? $"PERSON|{person}" : $"UNIT|{party.UnitId}"));

    public void Seal<T>(SealedRow row, T content) =>
        (row.KeyId, row.Box) = (
            keys.CurrentId,
            Identities.Box.Close(keys.Current, JsonSerializer.SerializeToUtf8Bytes(content, JsonRules.Options), Place(row))
        );

    /// <exception cref="CryptographicException">The row was changed or moved.</exception>
    /// <exception cref="KeyNotFoundException">The key that closed it is not configured.</exception>
    public T Open<T>(SealedRow row) => JsonSerializer.Deserialize<T>(Plain(row), JsonRules.Options)!;

    /// <summary>Closes it again with the present key.</summary>
    public void Reseal(SealedRow row) =>
        (row.Box, row.KeyId) = (Identities.Box.Close(keys.Current, Plain(row), Place(row)), keys.CurrentId);

    byte[] Plain(SealedRow row) =>
        Identities.Box.Open(keys.Find(row.KeyId) ?? throw new KeyNotFoundException($"Vault: no key {row.KeyId}"), row.Box, Place(row));

    static string Place(SealedRow row) => $"{row.GetType().Name}|{row.Id}";
}
