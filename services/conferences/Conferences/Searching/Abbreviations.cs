using System.Text.RegularExpressions;

namespace DanVan.Conferences.Searching;

/// <summary>
/// The abbreviations of the field, written out on both sides of a search: who looks for "QCDC" finds "quy chế dân chủ", and the other way round.
/// </summary>
public static partial class Abbreviations
{
    static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BCĐ"] = "ban chỉ đạo",
        ["CCHC"] = "cải cách hành chính",
        ["CNTT"] = "công nghệ thông tin",
        ["ĐBQH"] = "đại biểu Quốc hội",
        ["DN"] = "doanh nghiệp",
        ["DV"] = "dân vận",
        ["HĐND"] = "hội đồng nhân dân",
        ["KNTC"] = "khiếu nại, tố cáo",
        ["MTTQ"] = "mặt trận tổ quốc",
        ["QCDC"] = "quy chế dân chủ",
        ["TP"] = "thành phố",
        ["TTHC"] = "thủ tục hành chính",
        ["UBND"] = "ủy ban nhân dân",
    };

    /// <summary>The text with every abbreviation written out. Expects NFC, in which requests arrive.</summary>
    public static string WriteOut(string text) =>
        Word().Replace(text, word => Meanings.TryGetValue(word.Value, out var meaning) ? meaning : word.Value);

    [GeneratedRegex(@"\b[\p{L}]{2,5}\b")]
    private static partial Regex Word();
}
