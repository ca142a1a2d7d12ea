using System.Text.RegularExpressions;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Sheets;

/// <summary>What a sheet is of, in one hidden cell that stays readable wherever rows and columns are moved.</summary>
sealed partial record SheetMark(Guid ReportId, string Form, int FormVersion)
{
    public static SheetMark Of(Report report) => new(report.Id, report.Form, report.FormVersion);

    public override string ToString() => $"danvan-report {ReportId:D} {Form} {FormVersion}";

    /// <summary>The mark that a text is; none when it is none.</summary>
    public static SheetMark? Read(string text) =>
        Written().Match(text.Trim()) is { Success: true } mark
        && Guid.TryParseExact(mark.Groups[1].Value, "D", out var id)
        && int.TryParse(mark.Groups[3].ValueSpan, out var version)
            ? new(id, mark.Groups[2].Value, version)
            : null;

    [GeneratedRegex(@"^danvan-report (\S{36}) (\S{1,64}) ([0-9]{1,6})$")]
    private static partial Regex Written();
}
