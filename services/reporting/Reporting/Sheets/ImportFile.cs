using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using DanVan.Chassis.Http;

namespace DanVan.Reporting.Sheets;

/// <summary>
/// Reads a file of rows. CSV (RFC 4180, UTF-8 with or without a byte order mark) with commas has numbers as machines write them; with semicolons, as spreadsheets in
/// Việt Nam save it, as people do (<see cref="NumberText"/>). JSON is an array of the same members.
/// </summary>
static class ImportFile
{
    static readonly string[] Needed =
    [
        "form",
        "regime",
        "periodKind",
        "year",
        "index",
        "unit",
        "indicator",
        "state",
        "number",
        "text",
        "reason",
    ];

    /// <summary>In the order in which they are written; the days are needed only where the law does not fix them.</summary>
    public static readonly string[] Columns = [.. Needed, "from", "to"];

    public static (IReadOnlyList<ReadRow> Rows, Rejection? Refused) Read(byte[] file, bool isJson, ImportOptions limits)
    {
        var content = file.AsMemory();
        if (content.Span.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(content.Span))
            return ([], RefusedFile.NotUtf8);
        var (rows, refused) = isJson ? Json(content, limits.Rows) : Csv(Encoding.UTF8.GetString(content.Span), limits.Rows);
        return refused is null && rows.Count == 0 ? ([], RefusedFile.Empty) : (rows, refused);
    }

    static (IReadOnlyList<ReadRow> Rows, Rejection? Refused) Json(ReadOnlyMemory<byte> content, int most)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new() { MaxDepth = 4, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind is not JsonValueKind.Array)
                return ([], RefusedFile.NotJson("$"));
            if (document.RootElement.GetArrayLength() > most)
                return ([], RefusedFile.TooManyRows(most));
            return ([.. document.RootElement.EnumerateArray().Index().Select(one => RowOf(one.Index + 1, one.Item))], null);
        }
        catch (JsonException malformed)
        {
            return ([], RefusedFile.NotJson($"{malformed.LineNumber + 1}:{malformed.BytePositionInLine + 1}"));
        }
    }

    static ReadRow RowOf(int number, JsonElement element)
    {
        try
        {
            return new(number, element.Deserialize<ImportRow>(JsonRules.Options) ?? throw new JsonException());
        }
        catch (JsonException wrong)
        {
            return new(number, null, JsonFault(wrong));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: the reader finds it only when the text is taken.
            return new(number, null, JsonFault(new JsonException()));
        }
    }

    static RowFault JsonFault(JsonException wrong) =>
        new(
            (wrong.Path ?? "$") is ['$', '.', .. var field] ? field : "$",
            Phrases.Of(
                $"Thiếu trường, trường lạ, hoặc giá trị không đúng kiểu. Các trường: {string.Join(", ", Columns)}.",
                $"A member is missing, unknown, or of another kind. The members are: {string.Join(", ", Columns)}."
            )
        );

    static (IReadOnlyList<ReadRow> Rows, Rejection? Refused) Csv(string content, int most)
    {
        var isLocal = IsLocal(content);
        using var reader = new CsvReader(
            new StringReader(content),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = isLocal ? ";" : ",",
                TrimOptions = TrimOptions.Trim,
                MissingFieldFound = null,
                BadDataFound = bad => throw new BadDataException(bad.Field, bad.RawRecord, bad.Context),
            }
        );
        var rows = new List<ReadRow>();
        try
        {
            if (!reader.Read())
                return ([], null);
            reader.ReadHeader();
            var header = reader.HeaderRecord ?? [];
            string[] unknown =
            [
                .. header.Except(Columns),
                .. header.GroupBy(column => column).Where(same => same.Count() > 1).Select(same => same.Key),
            ];
            if (Needed.Except(header).Any() || unknown.Length > 0)
                return ([], RefusedFile.Header(Needed.Except(header), unknown));
            for (var line = reader.Parser.RawRow + 1; reader.Read(); line = reader.Parser.RawRow + 1)
            {
                if (rows.Count == most)
                    return ([], RefusedFile.TooManyRows(most));
                rows.Add(new CsvFields(reader, isLocal).Row(line));
            }
            return (rows, null);
        }
        catch (BadDataException)
        {
            return ([], RefusedFile.NotCsv(reader.Parser.RawRow));
        }
    }

    // Titles hold neither sign, so that the first line tells.
    static bool IsLocal(string content)
    {
        var first = content.AsSpan()[..Math.Min(content.Length, 1_000)];
        var line = first.IndexOfAny('\r', '\n') is var end and >= 0 ? first[..end] : first;
        return line.Count(';') > line.Count(',');
    }
}
