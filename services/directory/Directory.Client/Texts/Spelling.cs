using System.Globalization;
using System.Text;

namespace DanVan.Directory.Client;

/// <summary>
/// Two ways of writing one Vietnamese name: the tone mark may stand on either vowel ("Thanh Hóa", "Thanh Hoá"). The official lists themselves mix them,
/// so a name is compared by its letters and by the tone of each syllable, wherever that is written. Nothing else is forgiven: "Hoa" is not "Hòa".
/// </summary>
public static class Spelling
{
    // Grave, acute, tilde, hook above, dot below. Circumflex, breve and horn make other letters and stay where they are.
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>Whether both are one name, wherever the tones stand.</summary>
    public static bool IsSame(string one, string other) => one == other || Key(one) == Key(other);

    /// <summary>
    /// The letters of a text in normal form C without case, tones and marks, đ as d: one character for each, so that places stay what they are. What the
    /// database's fold() does to Vietnamese.
    /// </summary>
    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            (letters, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    letters[i] =
                        char.ToLowerInvariant(source[i]) is var c && c == 'đ' ? 'd'
                        : char.IsAscii(c) ? c
                        : Base(c);
            }
        );

    private static char Base(char letter) => char.IsSurrogate(letter) ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0];

    /// <summary>Normal form D with the tones of each syllable at its end: "hoà" and "hòa" are one.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length + 8);
        var tones = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (Tones.Contains(c, StringComparison.Ordinal))
                tones.Append(c);
            else if (char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                key.Append(c);
            else
            {
                key.Append(tones).Append(c);
                tones.Clear();
            }
        }
        return key.Append(tones).ToString();
    }
}
