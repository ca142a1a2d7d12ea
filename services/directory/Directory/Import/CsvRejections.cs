using DanVan.Chassis.Http;

namespace DanVan.Directory.Import;

/// <summary>Why a file cannot be read at all; nothing has changed then.</summary>
internal static class CsvRejections
{
    public static readonly Rejection Empty = new("imports.empty", "Tệp không có dòng dữ liệu nào.", "The file holds no rows.", 400, "$");

    public static readonly Rejection NotUtf8 = new(
        "imports.not-utf-8",
        "Tệp không phải UTF-8 (có thể là Windows-1258 hay TCVN3). Lưu lại dưới dạng CSV UTF-8 rồi gửi lại.",
        "The file is not UTF-8 (perhaps Windows-1258 or TCVN3). Save it as CSV UTF-8 and send it again.",
        400,
        "$"
    );

    public static readonly Rejection OpenQuote = new(
        "imports.open-quote",
        "Tệp có dấu ngoặc kép mở mà không đóng.",
        "A quotation mark is opened and never closed.",
        400,
        "$"
    );

    public static Rejection NotJson(string where) =>
        new(
            "imports.not-json",
            $"Tệp không phải một mảng JSON gồm các đối tượng chỉ có chuỗi ({where}).",
            $"The file is no JSON array of objects that hold text only ({where}).",
            400,
            "$"
        );

    public static Rejection Members(int row, string[] members) =>
        new(
            "imports.wrong-members",
            $"Dòng {row} phải có đúng các trường: {string.Join(", ", members)} (trường trống ghi null).",
            $"Row {row} must have exactly the members {string.Join(", ", members)} (null where there is nothing).",
            400,
            "$"
        );

    public static Rejection Header(string[] columns) =>
        new(
            "imports.wrong-header",
            $"Dòng đầu phải đúng là: {string.Join(',', columns)}",
            $"The first line must be exactly: {string.Join(',', columns)}",
            400,
            "$"
        );

    public static Rejection Fields(int line, int expected, int found) =>
        new(
            "imports.wrong-number-of-fields",
            $"Dòng {line} có {found} trường, cần {expected}.",
            $"Line {line} has {found} fields, {expected} are needed.",
            400,
            "$"
        );

    public static Rejection NoText(int line) =>
        new(
            "imports.no-text",
            $"Dòng {line} có ký tự không phải văn bản.",
            $"Line {line} holds a character that text may not hold.",
            400,
            "$"
        );

    public static Rejection TooManyRows(int most) =>
        new("imports.too-many-rows", $"Tệp có quá {most} dòng.", $"The file has more than {most} rows.", 400, "$");
}
