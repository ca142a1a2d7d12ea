using System.Security.Cryptography;

namespace DanVan.Petitions.Receipts;

/// <summary>
/// The code on a receipt (mã hồ sơ): fifteen random letters and a check letter, written in groups of four. 19^15 codes are 63 bits, more than can be tried.
/// </summary>
/// <remarks>
/// The check letter is that of the pure system of ISO 7064 with radix 2, as in MOD 11-2 and MOD 37-2, here with the modulus 19: a prime of which 2 is a primitive
/// root, so every letter typed wrong and any two letters exchanged are noticed, and no letter beyond the nineteen is needed to write the check.
/// </remarks>
public static class TrackingCode
{
    /// <summary>
    /// The digits, and letters that no digit looks like (no O, I, L, S, Z, B, G) and that do not sound alike when a Vietnamese reads them out (of bê, đê, pê, tê,
    /// vê and xê only tê; of em-mờ and en-nờ only em-mờ; of ca, cờ and quy only ca).
    /// </summary>
    public const string Letters = "0123456789EFHKMRTXY";

    public const int Length = 16;

    /// <summary>What is accepted as a code before its letters are looked at: with spaces, hyphens and dots between, in capitals or not.</summary>
    public const string Written = @"[0-9A-Za-z .\-]{16,40}";

    public static string New()
    {
        var random = new string(RandomNumberGenerator.GetItems<char>(Letters, Length - 1));
        return random + CheckOf(random);
    }

    /// <summary>The letters as they are stored and compared, or null when this cannot be a code: a wrong length, an unknown letter, a check that fails.</summary>
    public static string? Parse(string written)
    {
        var letters = string.Concat(written.Where(c => c is not (' ' or '-' or '.')).Select(Meant));
        return letters.Length == Length && letters.All(Letters.Contains) && CheckOf(letters[..^1]) == letters[^1] ? letters : null;
    }

    /// <summary>As it is shown and read out: in fours.</summary>
    public static string Grouped(string letters) => string.Join('-', letters.Chunk(4).Select(four => new string(four)));

    // Σ value · 2^(places to its right) ≡ 1 (mod 19)
    static char CheckOf(string letters)
    {
        var sum = letters.Aggregate(0, (sum, letter) => (sum + Letters.IndexOf(letter, StringComparison.Ordinal)) * 2 % Letters.Length);
        return Letters[(Letters.Length + 1 - sum) % Letters.Length];
    }

    // Letters that are not in use stand for the digits they look like.
    static char Meant(char typed) =>
        char.ToUpperInvariant(typed) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var letter => letter,
        };
}
