using System.Xml;
using DanVan.Chassis.Http;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Reporting.Sheets;

/// <summary>Reads the sheet of a report out of a workbook, whatever else people have put into it, and says why where that cannot be done.</summary>
static class SheetReader
{
    public static (SheetTable? Table, Rejection? Refused) Read(byte[] file, SheetOptions limits)
    {
        try
        {
            return SheetPackage.Refuses(file, limits) is { } refused ? (null, refused) : ReadWorkbook(file, limits);
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return (null, RefusedSheet.NotAWorkbook);
        }
    }

    // All that a damaged package makes its readers throw; what is not read in time or is out of memory is another matter.
    static bool IsDamage(Exception thrown) =>
        thrown
            is OpenXmlPackageException
                or XmlException
                or InvalidDataException
                or IOException
                or FormatException
                or ArgumentException
                or InvalidOperationException
                or NotSupportedException
                or OverflowException
                or KeyNotFoundException;

    static (SheetTable? Table, Rejection? Refused) ReadWorkbook(byte[] file, SheetOptions limits)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
        if (workbook.WorkbookPart is not { } main)
            return (null, RefusedSheet.NotAWorkbook);
        var texts = main.SharedStringTablePart is { } shared ? TextsOf(shared) : [];
        var dates = SheetDates.Of(main.WorkbookStylesPart?.Stylesheet);
        var left = limits.Cells;
        var found = new List<(SheetGrid Grid, SheetMark Mark)>();
        foreach (var sheet in main.Workbook.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is not { } id || main.GetPartById(id) is not WorksheetPart part)
                continue;
            using var content = part.GetStream(FileMode.Open, FileAccess.Read);
            var grid = SheetGrid.Read(content, texts, dates, ref left);
            if (left < 0)
                return (null, RefusedSheet.TooManyCells(limits));
            if (MarkOf(grid) is { } mark)
                found.Add((grid, mark));
        }
        return found switch
        {
            [] => (null, RefusedSheet.Unmarked),
            [var one] => SheetTable.Of(one.Grid, one.Mark),
            _ => (null, RefusedSheet.MarkedTwice),
        };
    }

    static List<string> TextsOf(SharedStringTablePart shared)
    {
        using var content = shared.GetStream(FileMode.Open, FileAccess.Read);
        return SheetXml.Texts(content);
    }

    static SheetMark? MarkOf(SheetGrid grid) =>
        grid
            .Rows.SelectMany(row => row.Cells.Values)
            .Where(cell => cell.Kind is SheetKind.Text)
            .Select(cell => SheetMark.Read(cell.Text))
            .FirstOrDefault(mark => mark is not null);
}
