using System.Security.Cryptography;
using System.Text;
using DanVan.Directory.Client;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>What shows that two papers are of one person, beside the name.</summary>
public enum SamePerson
{
    IdentityNumber,
    Phone,
    Address,
}

/// <summary>A keyed hash of a name together with one thing more. It tells that two are the same, and nothing of who it is.</summary>
public sealed class PetitionerKey
{
    public required Guid PetitionId { get; init; }
    public required SamePerson Same { get; init; }
    public required byte[] Key { get; init; }
}

/// <summary>
/// A blind index of petitioners: HMAC-SHA256 under a key of its own, so that neither the database nor its backups can be searched for a person. A name alone is
/// never indexed: names are few.
/// </summary>
public sealed class PetitionerIndex(IOptions<VaultOptions> options)
{
    readonly byte[] key = options.Value.IndexKeyOrDerived();

    public IEnumerable<PetitionerKey> Of(Guid petitionId, Petitioner petitioner)
    {
        var name = Folded(petitioner.FullName);
        if (name.Length == 0)
            yield break; // Who gave no name is like nobody.
        if (petitioner.IdentityNumber is { } number)
            yield return Key(SamePerson.IdentityNumber, number);
        if (petitioner.Phone is { } phone)
            yield return Key(SamePerson.Phone, National(phone));
        if (Folded(petitioner.Address) is { Length: > 0 } address)
            yield return Key(SamePerson.Address, address);

        PetitionerKey Key(SamePerson same, string value) =>
            new()
            {
                PetitionId = petitionId,
                Same = same,
                Key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{same}|{name}|{value}")),
            };
    }

    /// <summary>Without case, tones, đ, spaces and punctuation: people write their names in many ways.</summary>
    static string Folded(string text) => string.Concat(Spelling.Fold(text.Normalize()).Where(char.IsLetterOrDigit));

    // +84 912 345 678 and 0912 345 678 are one number.
    static string National(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone.StartsWith("+84", StringComparison.Ordinal) ? $"0{digits[2..]}" : digits;
    }
}
