using System.Globalization;
using System.Text;

namespace DanVan.Awards.Decisions;

/// <summary>
/// The key under which two spellings are one name: case, spaces and the place of the tone mark do not count (Hòa and Hoà, Thành uỷ and Thành ủy),
/// the tone itself does (Hoa is not Hòa). The name is stored as written; only the comparison uses the key.
/// </summary>
public static class NameKey
{
    const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    public static string Of(string name)
    {
        var words = name.Normalize(NormalizationForm.FormD)
            .ToLower(CultureInfo.InvariantCulture)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(ToneLast)).Normalize(NormalizationForm.FormC);
    }

    static string ToneLast(string word) => string.Concat(word.Where(c => !Tones.Contains(c)).Concat(word.Where(Tones.Contains)));
}
