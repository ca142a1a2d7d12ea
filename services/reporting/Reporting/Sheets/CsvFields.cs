using System.Globalization;
using CsvHelper;
using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Sheets;

/// <summary>The fields of one line of CSV; the first that cannot be read is told.</summary>
/// <param name="isLocal">Numbers are written as people in Việt Nam write them.</param>
sealed class CsvFields(CsvReader reader, bool isLocal)
{
    RowFault? fault;

    public ReadRow Row(int line)
    {
        if (reader.Parser.Count != reader.HeaderRecord!.Length)
            return new(
                line,
                null,
                new(
                    "$",
                    Phrases.Of(
                        $"Dòng có {reader.Parser.Count} ô, cần {reader.HeaderRecord.Length}.",
                        $"The line has {reader.Parser.Count} fields, {reader.HeaderRecord.Length} are needed."
                    )
                )
            );
        var row = new ImportRow(
            Needed("form"),
            Needed("regime"),
            Name<PeriodKind>("periodKind") ?? Missing<PeriodKind>("periodKind"),
            Whole("year") ?? Missing<int>("year"),
            Whole("index"),
            Needed("unit"),
            Needed("indicator"),
            Name<CellState>("state"),
            Number("number"),
            Text("text") is { } text ? CsvText.Read(text) : null,
            Text("reason") is { } reason ? CsvText.Read(reason) : null,
            Day("from"),
            Day("to")
        );
        return fault is null ? new(line, row) : new(line, null, fault);
    }

    string Needed(string column) => Text(column) ?? Missing<string>(column) ?? "";

    string? Text(string column)
    {
        if (reader.GetField(column) is not { Length: > 0 } field)
            return null;
        if (CleanText.TryClean(field, out var clean))
            return clean.ReplaceLineEndings("\n");
        Wrong(column, "Có ký tự không phải văn bản.", "It holds a character that text may not hold.");
        return null;
    }

    T? Name<T>(string column)
        where T : struct, Enum
    {
        if (Text(column) is not { } text)
            return null;
        foreach (var name in Enum.GetValues<T>())
            if (string.Equals(EnumNames.Of(name), text, StringComparison.OrdinalIgnoreCase))
                return name;
        var names = string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Of));
        Wrong(column, $"Phải là một trong: {names}.", $"Must be one of: {names}.");
        return null;
    }

    int? Whole(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(column, "Phải là số nguyên.", "Must be a whole number.");
        return null;
    }

    decimal? Number(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (isLocal && NumberText.Read(text) is { } said)
            return said;
        if (
            !isLocal
            && text.Length <= 30
            && decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return number;
        Wrong(
            column,
            isLocal
                ? "Phải là số, như 1234, 1.234 hoặc 1.234,5."
                : "Phải là số với dấu chấm thập phân, như 1234.5; tệp dùng dấu chấm phẩy thì viết 1.234,5.",
            isLocal
                ? "Must be a number such as 1234, 1.234 or 1.234,5."
                : "Must be a number with a decimal point, such as 1234.5; with semicolons between fields it is 1.234,5."
        );
        return null;
    }

    DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Wrong(column, "Phải là ngày dạng 2026-12-31.", "Must be a day such as 2026-12-31.");
        return null;
    }

    T? Missing<T>(string column)
    {
        Wrong(column, "Bắt buộc phải có.", "Required.");
        return default;
    }

    void Wrong(string column, string vi, string en) => fault ??= new(column, Phrases.Of(vi, en));
}
