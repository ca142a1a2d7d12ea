using System.Text;
using DanVan.Chassis.Http;

namespace DanVan.Directory.Import;

/// <summary>A CSV file (RFC 4180, UTF-8, with or without a byte order mark) whose first line names the columns expected.</summary>
internal static class CsvTable
{
    /// <summary>The longest file that is taken.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>More rows than any country has.</summary>
    public const int MostRows = 100_000;

    /// <summary>The rows with their line numbers, or why the file cannot be read at all.</summary>
    public static (IReadOnlyList<CsvRow> Rows, Rejection? Refused) Read(ReadOnlySpan<byte> file, params string[] columns)
    {
        if (file.StartsWith(Encoding.UTF8.Preamble))
            file = file[Encoding.UTF8.Preamble.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(file))
            return ([], CsvRejections.NotUtf8);
        var lines = Split(Encoding.UTF8.GetString(file));
        if (lines is null)
            return ([], CsvRejections.OpenQuote);
        if (lines.Count == 0)
            return ([], CsvRejections.Empty);
        if (!lines[0].Fields.SequenceEqual(columns))
            return ([], CsvRejections.Header(columns));
        if (lines.Count == 1)
            return ([], CsvRejections.Empty);
        if (lines.Count > MostRows)
            return ([], CsvRejections.TooManyRows(MostRows));
        foreach (var line in lines)
            if (line.Fields.Length != columns.Length)
                return ([], CsvRejections.Fields(line.Number, columns.Length, line.Fields.Length));
            else if (!line.Fields.All(field => CleanText.TryClean(field, out _)))
                return ([], CsvRejections.NoText(line.Number));
        return ([.. lines.Skip(1).Select(line => line with { Fields = [.. line.Fields.Select(Clean)] })], null);
    }

    private static string Clean(string field) => CleanText.TryClean(field.Trim(), out var clean) ? clean : field;

    private static List<CsvRow>? Split(string text)
    {
        var rows = new List<CsvRow>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, began, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
                line++;
            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && field.Length == 0)
                quoted = true;
            else if (c == ',')
                EndField();
            else if (c == '\n')
                EndRow();
            else if (c != '\r')
                field.Append(c);
        }
        if (quoted)
            return null;
        EndRow();
        return rows;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndRow()
        {
            EndField();
            if (fields is not [""])
                rows.Add(new(began, [.. fields]));
            fields.Clear();
            began = line;
        }
    }
}

/// <summary>A row and the line of the file on which it begins.</summary>
internal sealed record CsvRow(int Number, string[] Fields);
