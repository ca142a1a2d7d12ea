using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DanVan.Chassis.Http;

namespace DanVan.Reporting;

/// <summary>
/// What a text may not hold that goes up from unit to unit: what identifies a person (Luật 91/2025/QH15: notes on the people's situation are sensitive), and content
/// under a mark of secrecy, which is handled by reference only (Quy định 379-QĐ/TW). What looks like it is refused; a name is for who writes to leave out.
/// </summary>
public static partial class RefusedText
{
    /// <summary>The first of these members that is refused, and why; null when all can be taken.</summary>
    public static Rejection? Among(params ReadOnlySpan<(string Field, string? Text)> members)
    {
        foreach (var (field, text) in members)
            if (text is not null && Of(field, text) is { } refused)
                return refused;
        return null;
    }

    static Rejection? Of(string field, string text)
    {
        var plain = Plain(text);
        return SecrecyMark().IsMatch(plain) ? Secret(field)
            : CitizenNumber().IsMatch(plain) ? Identifies(field, "số định danh cá nhân", "a citizen's number")
            : NamedNumber().IsMatch(plain)
                ? Identifies(field, "số giấy tờ tùy thân hoặc số tài khoản", "the number of an identity paper or of an account")
            : Phone().IsMatch(plain) ? Identifies(field, "số điện thoại", "a phone number")
            : Email().IsMatch(plain) ? Identifies(field, "địa chỉ thư điện tử", "an e-mail address")
            : null;
    }

    /// <summary>Digits and letters in their plain form, without what is not seen: nothing is hidden by the way in which it is written.</summary>
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
            if (char.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
                plain.Append(char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter);
        return plain.ToString();
    }

    static Rejection Secret(string field) =>
        new(
            "reporting.secrecy-marked",
            "Nội dung có dấu chỉ độ mật (Mật, Tối mật, Tuyệt mật) không được đưa lên nền tảng: gửi theo đường bảo mật, ở đây chỉ nêu số, ký hiệu văn bản.",
            "Content under a mark of secrecy (Mật, Tối mật, Tuyệt mật) may not be entered here: send it by the way for secrets, and name only the symbol of the paper.",
            StatusCodes.Status400BadRequest,
            field
        );

    static Rejection Identifies(string field, string vi, string en) =>
        new(
            "reporting.identifies-somebody",
            $"Có {vi}. Ở đây không nêu ai là ai: bỏ số, địa chỉ, họ tên và mô tả sự việc.",
            $"It holds what looks like {en}. What is written here does not tell who somebody is: leave out numbers, addresses and names, and tell what happens.",
            StatusCodes.Status400BadRequest,
            field
        );

    // Twelve digits on end; in groups only as such numbers are written, which begin with the code of a province (001–096): 123.456.789.012 is an amount of money.
    [GeneratedRegex(
        @"(?<![0-9])([0-9]{12}|0[0-9]{2}([ .-][0-9]{3}){3}|0[0-9]{3}([ .-][0-9]{4}){2}|0[0-9]{2}[ .-][0-9][ .-][0-9]{2}[ .-][0-9]{6})(?![0-9])"
    )]
    private static partial Regex CitizenNumber();

    // The identity card of nine digits, passports (one letter or two and some seven digits) and accounts look like any number, so the word before tells: it counts for the
    // number that comes next, at most some words later ("CMND của ông ấy số 123 456 789").
    [GeneratedRegex(
        @"(?i:(?<!\p{L})(cmnd|cmt|cmtnd|cccd|stk|chứng\s+minh\s+(nhân\s+dân|thư)|căn\s+cước(\s+công\s+dân)?|hộ\s+chiếu|passport|(số\s+)?tài\s+khoản)(?!\p{L})[^0-9.;\n]{0,40}((?<!\p{L})([a-z]{1,2}|(?-i:[A-Z]{1,2} ))[0-9]{6,8}|[0-9]([ .-]?[0-9]){8,18})(?![0-9]))"
    )]
    private static partial Regex NamedNumber();

    // A national number, or one with the code of the country; in groups of no fewer than two digits, the first of no fewer than three: 05.11.2026 is a day.
    [GeneratedRegex(
        @"(?<![0-9])(0[0-9]{9,10}|(\+|00)84[ .-]?[0-9]{9,10}|(\+|00)84([ .-]?[0-9]{2,4}){3,4}|0[0-9]{2,3}([ .-][0-9]{3,4}){2}|0[0-9]{3}([ .-][0-9]{2}){3})(?![0-9])"
    )]
    private static partial Regex Phone();

    [GeneratedRegex(@"[^\s@<>""(),;:]{1,64}@[^\s@<>""(),;:]{1,190}\.[^\s@<>""(),;:.]{2,}")]
    private static partial Regex Email();

    // The two upper marks are words of their own. "Mật" alone is an ordinary word (mật độ, mật ong, bí mật): it is a mark in brackets, after "độ mật", "dấu" or
    // "đóng dấu", or in capitals that end what they stand in and make no other word (BÍ MẬT, BẢO MẬT).
    [GeneratedRegex(
        @"(?i:(?<!\p{L})(tối|tuyệt)\s+mật(?!\p{L}))|(?i:[\(\[]\s*mật\s*[\)\]])|(?i:(?<!\p{L})(độ\s+mật|dấu)\s*(là|chỉ)?\s*[:\-–""“”'‘]*\s*mật(?!\p{L}))|(?<!\p{L}|(BÍ|BẢO|CƠ|THÂN)[ \t]+)MẬT(?!\p{L})(?![ \t]*[\p{L}\p{Nd}])"
    )]
    private static partial Regex SecrecyMark();
}
