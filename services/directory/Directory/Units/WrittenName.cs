using System.Text;
using System.Text.RegularExpressions;
using DanVan.Directory.Client;

namespace DanVan.Directory.Units;

/// <summary>
/// A name as people write it in an address, "TP. Cao Lãnh" or "huyện Cao Lãnh (cũ)": perhaps with its kind before it, perhaps without.
/// </summary>
/// <param name="Whole">The name as written, without what says that it is old.</param>
/// <param name="Bare">The name without its kind.</param>
/// <param name="Kinds">What the unit can be; all administrative kinds when no kind is written.</param>
internal sealed partial record WrittenName(string Whole, string Bare, IReadOnlyList<UnitKind> Kinds)
{
    private static readonly UnitKind[] territory = [.. Enum.GetValues<UnitKind>().Where(kind => kind.IsAdministrative())];

    private static readonly (Regex Prefix, UnitKind[] Kinds)[] prefixes =
    [
        (Province(), [UnitKind.Province]),
        (City(), [UnitKind.Municipality, UnitKind.City]),
        (UrbanDistrict(), [UnitKind.UrbanDistrict]),
        (RuralDistrict(), [UnitKind.RuralDistrict]),
        (Town(), [UnitKind.Town]),
        (Township(), [UnitKind.Township]),
        (Ward(), [UnitKind.Ward]),
        (Commune(), [UnitKind.Commune, UnitKind.Other]),
        (SpecialZone(), [UnitKind.SpecialZone]),
    ];

    /// <summary>The names of an address, as they are separated: the smallest unit first.</summary>
    public static IReadOnlyList<WrittenName> In(string address) =>
        [
            .. Separator()
                .Split(address.Normalize(NormalizationForm.FormC))
                .Select(part => Spaces().Replace(Old().Replace(part, ""), " ").Trim())
                .Where(part => part.Length > 0)
                .Select(Of),
        ];

    private static WrittenName Of(string whole)
    {
        // Letter by letter, so that a place in the folded text is the same place in the text.
        var folded = Spelling.Fold(whole);
        foreach (var (prefix, kinds) in prefixes)
            if (prefix.Match(folded) is { Success: true, Length: var length } && length < whole.Length && IsKind(whole[..length]))
                return new(whole, Known(whole[length..].Trim()), kinds);
        return new(whole, whole, territory);
    }

    // Who writes tones means them: "Phương Mai" is no phường.
    private static bool IsKind(string prefix) =>
        Ascii.IsValid(prefix) || Array.Exists(words, word => Spelling.IsSame(word, prefix.Trim().ToLowerInvariant()));

    private static readonly string[] words = ["tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã", "đặc khu"];

    // The one city that hardly anybody writes out.
    private static string Known(string bare) => Spelling.Fold(bare) == "hcm" ? "Hồ Chí Minh" : bare;

    [GeneratedRegex(@"[,;\n]|\s[-–]\s|\sthuộc\s", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\(?\s*\b(cũ|trước đây|trước kia)\s*\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Old();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(tinh\s+|t\.\s*)")]
    private static partial Regex Province();

    [GeneratedRegex(@"^(thanh pho\s+|tp\.?\s*|t\.p\.?\s*)")]
    private static partial Regex City();

    [GeneratedRegex(@"^(quan\s+|q\.\s*|q(?=\d))")]
    private static partial Regex UrbanDistrict();

    [GeneratedRegex(@"^(huyen\s+|h\.\s*)")]
    private static partial Regex RuralDistrict();

    [GeneratedRegex(@"^(thi xa\s+|tx\.?\s*)")]
    private static partial Regex Town();

    [GeneratedRegex(@"^(thi tran\s+|tt\.?\s+)")]
    private static partial Regex Township();

    [GeneratedRegex(@"^(phuong\s+|p\.\s*|p(?=\d))")]
    private static partial Regex Ward();

    [GeneratedRegex(@"^(xa\s+|x\.\s*)")]
    private static partial Regex Commune();

    [GeneratedRegex(@"^dac khu\s+")]
    private static partial Regex SpecialZone();
}
