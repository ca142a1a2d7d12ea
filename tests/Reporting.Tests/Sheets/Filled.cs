using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>A workbook in the hands of people: what they type into it, and what their programs make of it.</summary>
sealed class Filled : IDisposable
{
    public const string Value = "D",
        State = "E",
        Reason = "F";

    readonly MemoryStream bytes = new();
    readonly SpreadsheetDocument file;

    public Filled(byte[] workbook)
    {
        bytes.Write(workbook);
        file = SpreadsheetDocument.Open(bytes, isEditable: true);
    }

    public WorkbookPart Workbook => file.WorkbookPart!;
    public WorksheetPart Part => Workbook.WorksheetParts.First();
    public SheetData Data => Part.Worksheet.GetFirstChild<SheetData>()!;

    /// <summary>The line of a code.</summary>
    public Row Line(string code) => Data.Elements<Row>().Single(row => row.Elements<Cell>().FirstOrDefault()?.InnerText == code);

    public int RowOf(string code) => (int)Line(code).RowIndex!.Value;

    public Cell At(string code, string column) =>
        Line(code).Elements<Cell>().Single(cell => cell.CellReference!.Value == $"{column}{RowOf(code)}");

    public Filled Type(string code, string text, string column = Value)
    {
        var cell = At(code, column);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return this;
    }

    public Filled Number(string code, string stored, string column = Value, uint? style = null)
    {
        var cell = At(code, column);
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.Append(new CellValue(stored));
        if (style is not null)
            cell.StyleIndex = style;
        return this;
    }

    public Filled Formula(string code, CellFormula formula, string column = Value)
    {
        var cell = At(code, column);
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.Append(formula, new CellValue("7"));
        return this;
    }

    /// <summary>A style that shows numbers so; its number.</summary>
    public uint Style(string format)
    {
        var styles = Workbook.WorkbookStylesPart!.Stylesheet;
        var id = 200 + styles.NumberingFormats!.ChildElements.Count;
        styles.NumberingFormats.Append(new NumberingFormat { NumberFormatId = (uint)id, FormatCode = format });
        styles.CellFormats!.Append(new CellFormat { NumberFormatId = (uint)id });
        return (uint)styles.CellFormats.ChildElements.Count - 1;
    }

    /// <summary>A further line at the end.</summary>
    public Filled Line(params (string Column, string Text)[] cells)
    {
        var number = Data.Elements<Row>().Last().RowIndex!.Value + 1;
        var row = new Row { RowIndex = number };
        foreach (var (column, text) in cells)
            row.Append(
                new Cell
                {
                    CellReference = $"{column}{number}",
                    DataType = CellValues.InlineString,
                    InlineString = new InlineString(new Text(text)),
                }
            );
        Data.Append(row);
        return this;
    }

    /// <summary>What the list of a cell offers to choose from.</summary>
    public string? Offered(string code) =>
        Part
            .Worksheet.Descendants<DataValidation>()
            .Single(one => one.SequenceOfReferences!.InnerText == $"{Value}{RowOf(code)}:{Value}{RowOf(code)}")
            .Formula1!.Text;

    public byte[] Bytes()
    {
        file.Dispose();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        file.Dispose();
        bytes.Dispose();
    }
}
