using System.Xml;
using DanVan.Documents;

namespace DanVan.Reporting.Sheets;

/// <summary>The cells of a sheet by row and column, as far as anything stands in them.</summary>
sealed class SheetGrid
{
    readonly SortedDictionary<int, Dictionary<int, SheetCell>> rows = [];

    public IEnumerable<(int Row, IReadOnlyDictionary<int, SheetCell> Cells)> Rows =>
        rows.Select(row => (row.Key, (IReadOnlyDictionary<int, SheetCell>)row.Value));

    /// <summary>Reads a sheet; what its cells count is taken off <paramref name="left"/>, and reading stops where nothing is left.</summary>
    public static SheetGrid Read(Stream part, IReadOnlyList<string> texts, bool[] dates, ref int left)
    {
        var grid = new SheetGrid();
        using var xml = XmlReader.Create(part, OfficePackage.Xml);
        // What follows the cells has elements of the same names that are none: rules of formats, validations.
        if (!ReadTo(xml, "sheetData"))
            return grid;
        var (row, column) = (0, 0);
        using var data = xml.ReadSubtree();
        while (data.Read() && left >= 0)
            if (data.NodeType is XmlNodeType.Element && data.LocalName == "row")
                (row, column) = (int.TryParse(data.GetAttribute("r"), out var number) ? number : row + 1, 0);
            else if (data.NodeType is XmlNodeType.Element && data.LocalName == "c")
            {
                left--;
                column = SheetColumns.NumberOf(data.GetAttribute("r")) ?? column + 1;
                var cell = CellOf(data, texts, dates);
                if (!cell.IsEmpty)
                    grid.Put(row, column, cell);
            }
        return grid;
    }

    static bool ReadTo(XmlReader xml, string name)
    {
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == name)
                return true;
        return false;
    }

    void Put(int row, int column, SheetCell cell)
    {
        if (!rows.TryGetValue(row, out var cells))
            rows[row] = cells = [];
        cells[column] = cell;
    }

    static SheetCell CellOf(XmlReader xml, IReadOnlyList<string> texts, bool[] dates)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (value, text, isFormula) = SheetXml.Content(xml);
        if (isFormula)
            return new(SheetKind.Formula, 0, value);
        return type switch
        {
            "s" => value.Length == 0 ? default
            : int.TryParse(value, out var number) && number >= 0 && number < texts.Count ? SheetCell.OfText(texts[number])
            : throw new InvalidDataException(),
            "inlineStr" => SheetCell.OfText(text),
            "str" => SheetCell.OfText(SheetText.Read(value)),
            "b" => new(SheetKind.Truth, 0, value),
            "e" => new(SheetKind.Error, 0, value),
            "d" => new(SheetKind.Date, 0, value),
            _ => SheetCell.OfNumber(value, int.TryParse(style, out var known) && known >= 0 && known < dates.Length && dates[known]),
        };
    }
}
