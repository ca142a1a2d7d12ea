using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis.Http;
using DanVan.Petitions.Identities;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Receipts;

/// <summary>Issues receipts, recognises them again, and seals the answer that shows one.</summary>
/// <remarks>
/// The hashes are HMACs under a key that the database never sees, not a slow hash. A slow one makes up for a secret that can be guessed by whoever holds the
/// hashes; here nobody can try a single guess with them without the key, and who has that key opens the identities beside them, so nothing is left to slow down.
/// The PIN's hash holds the code as well, which is 63 random bits and stands nowhere, so it is salted by a secret. Guesses at the door are slowed by
/// <see cref="ReceiptDesk"/>. So a receipt costs an intake microseconds, where PBKDF2 at today's counts would cost as much as a hundred intakes.
/// </remarks>
public sealed class ReceiptBook(IOptions<VaultOptions> vault) : IAnswerSeal
{
    const int KeyIdLength = 16;

    readonly DerivedKeys hashes = new(vault, "receipts");
    readonly DerivedKeys answers = new(vault, "stored answers");

    /// <summary>A new code and PIN: the row to keep, and what is shown once.</summary>
    public (Receipt Row, ReceiptView Shown) Issue(Guid petitionId)
    {
        var code = TrackingCode.New();
        var pin = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var row = new Receipt
        {
            PetitionId = petitionId,
            KeyId = hashes.CurrentId,
            CodeHash = CodeHash(hashes.Current, code),
            PinHash = PinHash(hashes.Current, code, pin),
        };
        return (row, new(TrackingCode.Grouped(code), pin));
    }

    /// <summary>How a code may stand in a row: hashed with today's key, or with one of the past.</summary>
    public byte[][] HashesOf(string code) => [.. hashes.All.Select(key => CodeHash(key, code))];

    /// <summary>Whether the PIN is that of the row. Takes as long without a row.</summary>
    public bool IsRight(string? keyId, byte[]? pinHash, string code, string pin)
    {
        var given = PinHash(keyId is null ? hashes.Current : hashes.Find(keyId) ?? hashes.Current, code, pin);
        return CryptographicOperations.FixedTimeEquals(given, pinHash ?? new byte[given.Length]) && pinHash is not null;
    }

    /// <summary>Under what failures of a code or an address are counted: neither stands in the table.</summary>
    public byte[] CounterOf(string what) => Hash(hashes.Current, $"failures of {what}");

    byte[] IAnswerSeal.Seal(byte[] answer, string place) =>
        [.. Encoding.ASCII.GetBytes(answers.CurrentId), .. Box.Close(answers.Current, answer, place)];

    byte[]? IAnswerSeal.Open(byte[] box, string place) =>
        answers.Find(Encoding.ASCII.GetString(box, 0, KeyIdLength)) is { } key ? Box.Open(key, box[KeyIdLength..], place) : null;

    static byte[] CodeHash(byte[] key, string code) => Hash(key, $"code {code}");

    static byte[] PinHash(byte[] key, string code, string pin) => Hash(key, $"pin {code} {pin}");

    static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
