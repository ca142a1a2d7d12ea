using System.Globalization;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DanVan.Reporting.Cells.Cell;
using CellValue = DanVan.Reporting.Cells.CellValue;
using OpenCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using OpenValue = DocumentFormat.OpenXml.Spreadsheet.CellValue;

namespace DanVan.Reporting.Sheets;

/// <summary>The rows of a sheet: a hidden mark, what it is of, titles, and the form with what the report says. Every text is a typed string, never a formula.</summary>
sealed class SheetRows(Report report, Form form, IReadOnlyList<Cell> cells, string unit, string help)
{
    // Of a double that many digits mean something; a number with more of them is written as text.
    const int Digits = 15;

    static readonly SheetColumn[] Columns = Enum.GetValues<SheetColumn>();

    readonly Dictionary<string, Cell> byCode = cells.ToDictionary(cell => cell.Code);
    readonly List<Row> rows = [];

    /// <summary>Places that became one cell.</summary>
    public List<string> Merged { get; } = [];

    /// <summary>The rows in which something is chosen, and from what.</summary>
    public List<(int Row, IReadOnlyList<Category> From)> Choices { get; } = [];

    /// <summary>Where the titles of the columns stand.</summary>
    public const int TitleRow = 5;

    public static uint Place(SheetColumn column) => (uint)column + 1;

    public IReadOnlyList<Row> All()
    {
        Add([Text(SheetColumn.Code, SheetMark.Of(report).ToString(), SheetStyle.Plain)], hidden: true);
        Across(SheetColumn.Code, form.Name.Vi, SheetStyle.Title);
        Across(
            SheetColumn.Code,
            $"{unit} – {report.Period.Label.Vi} ({report.PeriodFrom:dd/MM/yyyy} – {report.PeriodTo:dd/MM/yyyy})",
            SheetStyle.Title
        );
        Across(SheetColumn.Code, help, SheetStyle.Note, height: 48);
        Add(Columns.Select(column => Text(column, SheetColumns.TitleOf(column), SheetStyle.Header)));
        foreach (var section in form.Sections)
        {
            Across(SheetColumn.Name, section.Name.Vi, SheetStyle.Section);
            foreach (var indicator in section.Indicators)
            {
                Add(Line(indicator, byCode[indicator.Code]));
                if (indicator.Choices is { } choices)
                    Choices.Add((rows.Count, choices));
            }
        }
        return rows;
    }

    static IEnumerable<OpenCell> Line(Indicator indicator, Cell cell)
    {
        var (value, shown) = indicator switch
        {
            { Ratio: not null } => (SheetStyle.Shown, SheetStyle.ShownShare),
            { IsComputed: true } or { Type: IndicatorType.File } => (SheetStyle.Shown, SheetStyle.Shown),
            { HoldsNumber: false } => (SheetStyle.Text, SheetStyle.Shown),
            { Type: IndicatorType.Count or IndicatorType.Money } => (SheetStyle.Whole, SheetStyle.Shown),
            _ => (SheetStyle.Decimal, SheetStyle.ShownDecimal),
        };
        var free = indicator.IsComputed ? SheetStyle.Shown : SheetStyle.Text;
        // What is reported beside what the events say is the override, where there is one.
        var entered = cell.Derived is null ? cell.Value : cell.Override?.Value;
        // A file is not filled in here: the label says whether there is one.
        var isFile = indicator.Type is IndicatorType.File;
        return
        [
            Text(SheetColumn.Code, indicator.Code, SheetStyle.Label),
            Text(
                SheetColumn.Name,
                isFile ? $"{indicator.Name.Vi} ({StateWords.OfFile(cell.Value.State)})" : indicator.Name.Vi,
                SheetStyle.Label
            ),
            Shown(cell.Derived, shown),
            indicator.Choices is { } choices && entered?.Text is { } chosen
                ? Text(SheetColumn.Value, ChoiceWords.Of(choices, chosen), value)
                : Entered(isFile ? null : entered, value),
            Text(SheetColumn.State, StateOf(entered, cell.Override is not null), free),
            Text(SheetColumn.Reason, cell.Override?.Reason ?? "", free),
        ];
    }

    // The words of the two that a blank and a number say by themselves would only be in the way of whoever fills it.
    static string StateOf(CellValue? value, bool isOverride) =>
        value?.State switch
        {
            CellState.NotApplicable or CellState.Unspecified => StateWords.Of(value.State),
            CellState.NotReported when isOverride => StateWords.Of(value.State),
            _ => "",
        };

    static OpenCell Shown(CellValue? derived, SheetStyle style) =>
        derived is null ? Text(SheetColumn.Derived, "", SheetStyle.Shown)
        : derived.Number is { } number ? Number(SheetColumn.Derived, number, style)
        : Text(SheetColumn.Derived, StateWords.Of(derived.State), style);

    static OpenCell Entered(CellValue? value, SheetStyle style) =>
        value?.Number is { } number ? Number(SheetColumn.Value, number, style) : Text(SheetColumn.Value, value?.Text ?? "", style);

    static OpenCell Number(SheetColumn column, decimal number, SheetStyle style)
    {
        var written = number.ToString("0.######", CultureInfo.InvariantCulture);
        return written.Count(char.IsAsciiDigit) > Digits
            ? Text(column, written.Replace('.', ','), style)
            : At(column, style, new OpenValue(written), CellValues.Number);
    }

    static OpenCell Text(SheetColumn column, string text, SheetStyle style) =>
        text.Length == 0
            ? At(column, style)
            : At(
                column,
                style,
                new InlineString(new Text(SheetText.Write(text)) { Space = SpaceProcessingModeValues.Preserve }),
                CellValues.InlineString
            );

    static OpenCell At(SheetColumn column, SheetStyle style, OpenXmlElement? content = null, CellValues? type = null)
    {
        var cell = new OpenCell { StyleIndex = (uint)style, CellReference = SheetColumns.LettersOf((int)Place(column)) };
        if (content is not null)
            cell.Append(content);
        if (type is { } known)
            cell.DataType = known;
        return cell;
    }

    void Across(SheetColumn first, string text, SheetStyle style, double? height = null)
    {
        var (from, to) = (SheetColumns.LettersOf((int)Place(first)), SheetColumns.LettersOf((int)Place(Columns[^1])));
        Add(Columns.Where(column => column >= first).Select(column => Text(column, column == first ? text : "", style)), height: height);
        Merged.Add($"{from}{rows.Count}:{to}{rows.Count}");
    }

    void Add(IEnumerable<OpenCell> content, bool hidden = false, double? height = null)
    {
        var number = (uint)rows.Count + 1;
        var row = new Row { RowIndex = number };
        if (hidden)
            row.Hidden = true;
        if (height is { } points)
            (row.Height, row.CustomHeight) = (points, true);
        foreach (var cell in content)
        {
            cell.CellReference = $"{cell.CellReference}{number}";
            row.Append(cell);
        }
        rows.Add(row);
    }
}
