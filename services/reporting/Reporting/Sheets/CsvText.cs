namespace DanVan.Reporting.Sheets;

/// <summary>
/// Text in CSV that no spreadsheet takes for a formula: what begins as one does gets an apostrophe before it (OWASP, CSV injection), which is taken off again when it is
/// read. What begins with apostrophes before such a sign gets one more, so that nothing is lost.
/// </summary>
static class CsvText
{
    public static string Write(string text) => Begins(text) ? $"'{text}" : text;

    public static string Read(string text) => text.StartsWith('\'') && Begins(text) ? text[1..] : text;

    static bool Begins(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
