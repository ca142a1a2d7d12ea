using System.Text;
using System.Text.Json;
using DanVan.Chassis.Http;

namespace DanVan.Directory.Import;

/// <summary>
/// The same rows as a CSV file in JSON: an array of objects, a member in camelCase for each column, all of them text or null. UTF-8, with or without a
/// byte order mark.
/// </summary>
internal static class JsonTable
{
    private static readonly JsonDocumentOptions strict = new() { MaxDepth = 3, AllowDuplicateProperties = false };

    /// <summary>The rows, numbered from 1, or why the file cannot be read at all.</summary>
    public static (IReadOnlyList<CsvRow> Rows, Rejection? Refused) Read(ReadOnlyMemory<byte> file, params string[] columns)
    {
        if (file.Span.StartsWith(Encoding.UTF8.Preamble))
            file = file[Encoding.UTF8.Preamble.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(file.Span))
            return ([], CsvRejections.NotUtf8);
        if (file.Span.Trim(" \r\n\t"u8).IsEmpty)
            return ([], CsvRejections.Empty);
        try
        {
            using var document = JsonDocument.Parse(file, strict);
            return Read(document.RootElement, [.. columns.Select(Member)]);
        }
        catch (JsonException malformed)
        {
            return ([], CsvRejections.NotJson($"{malformed.LineNumber + 1}:{malformed.BytePositionInLine + 1}"));
        }
    }

    private static (IReadOnlyList<CsvRow> Rows, Rejection? Refused) Read(JsonElement all, string[] members)
    {
        if (all.ValueKind is not JsonValueKind.Array)
            return ([], CsvRejections.NotJson("1:1"));
        if (all.GetArrayLength() == 0)
            return ([], CsvRejections.Empty);
        if (all.GetArrayLength() > CsvTable.MostRows)
            return ([], CsvRejections.TooManyRows(CsvTable.MostRows));
        var rows = new List<CsvRow>(all.GetArrayLength());
        foreach (var element in all.EnumerateArray())
        {
            var number = rows.Count + 1;
            try
            {
                if (Fields(element, members) is not { } fields)
                    return ([], CsvRejections.Members(number, members));
                if (!Array.TrueForAll(fields, field => CleanText.TryClean(field, out _)))
                    return ([], CsvRejections.NoText(number));
                rows.Add(new(number, Array.ConvertAll(fields, Clean)));
            }
            catch (InvalidOperationException)
            {
                // Half of a surrogate pair, escaped: the reader finds it only when the text is taken.
                return ([], CsvRejections.NoText(number));
            }
        }
        return (rows, null);
    }

    private static string[]? Fields(JsonElement row, string[] members)
    {
        if (row.ValueKind is not JsonValueKind.Object || row.EnumerateObject().Any(member => !members.Contains(member.Name)))
            return null;
        var fields = new string[members.Length];
        foreach (var (place, member) in members.Index())
            if (row.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
                fields[place] = value.GetString() ?? "";
            else
                return null;
        return fields;
    }

    private static string Clean(string field) => CleanText.TryClean(field.Trim(), out var clean) ? clean : field;

    // full_name → fullName
    private static string Member(string column)
    {
        var words = column.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
