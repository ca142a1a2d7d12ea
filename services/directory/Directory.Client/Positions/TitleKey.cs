using System.Globalization;
using System.Text;

namespace DanVan.Directory.Client;

/// <summary>How a title is compared: without case, tones and đ, so that "Trưởng ban dân vận" and "Trưởng Ban Dân vận" are one.</summary>
internal static class TitleKey
{
    public static string Of(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                key.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        return key.ToString();
    }
}
