using DanVan.Chassis.Http;

namespace DanVan.Reporting.Sheets;

/// <summary>Why a file of rows is not read at all.</summary>
static class RefusedFile
{
    public static readonly Rejection NotUtf8 = Of(
        "import-not-utf-8",
        "Tệp không phải UTF-8 (có thể là Windows-1258 hay TCVN3). Lưu lại dưới dạng CSV UTF-8 rồi gửi lại.",
        "The file is not UTF-8 (perhaps Windows-1258 or TCVN3). Save it as CSV UTF-8 and send it again."
    );

    public static readonly Rejection Empty = Of("import-empty", "Tệp không có dòng dữ liệu nào.", "The file holds no rows.");

    public static Rejection Header(IEnumerable<string> missing, IEnumerable<string> unknown)
    {
        var (all, lacks, others) = (Line(ImportFile.Columns), Line(missing), Line(unknown));
        return Of(
            "import-wrong-header",
            $"Dòng đầu phải có các cột {all}, mỗi cột một lần; thiếu: {lacks}; lạ hoặc lặp: {others}.",
            $"The first line must have the columns {all}, each once; missing: {lacks}; unknown or repeated: {others}."
        );

        static string Line(IEnumerable<string> columns) => string.Join(", ", columns);
    }

    public static Rejection NotCsv(int line) =>
        Of(
            "import-not-csv",
            $"Dòng {line} không đúng dạng CSV: dấu ngoặc kép đứng giữa ô.",
            $"Line {line} is no CSV: a quotation mark stands inside a field."
        );

    public static Rejection NotJson(string where) =>
        Of(
            "import-not-json",
            $"Tệp không phải một mảng JSON gồm các đối tượng ({where}).",
            $"The file is no JSON array of objects ({where})."
        );

    public static Rejection TooManyRows(int most) =>
        Of("import-too-many-rows", $"Tệp có quá {most} dòng.", $"The file has more than {most} rows.");

    public static Rejection TooManyReports(int most) =>
        Of(
            "import-too-many-reports",
            $"Tệp nói về quá {most} báo cáo; chia thành nhiều tệp.",
            $"The file is about more than {most} reports; send several files."
        );

    static Rejection Of(string code, string vi, string en) => new($"reporting.{code}", vi, en, StatusCodes.Status400BadRequest, "$");
}
