using System.Text;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Sheets;
using DanVan.Support;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using CellValue = DanVan.Reporting.Cells.CellValue;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>What people, and their programs, do to a sheet without changing what it says.</summary>
public sealed class SheetToleranceTests : IDisposable
{
    readonly Filled file = new(Sample.Sheet());

    public void Dispose() => file.Dispose();

    [Fact]
    public void Columns_are_found_by_their_titles_wherever_they_were_moved()
    {
        // Codes go to the end, values to the front, and a column of somebody's own in between.
        Dictionary<string, string> to = new()
        {
            ["A"] = "H",
            ["D"] = "A",
            ["E"] = "C",
            ["F"] = "D",
            ["B"] = "E",
            ["C"] = "G",
        };
        file.Type("QC01", "31").Type("QC04", "Không áp dụng", Filled.State).Type("NX01", "Kết quả.");
        foreach (var row in file.Data.Elements<Row>())
        {
            var moved = row.Elements<Cell>().Select(cell => (Cell)cell.CloneNode(true)).ToList();
            foreach (var cell in moved)
                cell.CellReference = to[cell.CellReference!.Value![..1]] + row.RowIndex;
            row.RemoveAllChildren();
            row.Append(moved.OrderBy(cell => cell.CellReference!.Value, StringComparer.Ordinal));
        }
        file.Part.Worksheet.GetFirstChild<MergeCells>()!.Remove();

        SaysSo();
    }

    [Fact]
    public void A_renamed_sheet_among_others_and_rows_in_another_order_are_read()
    {
        file.Type("QC01", "31").Type("QC04", "Không áp dụng", Filled.State).Type("NX01", "Kết quả.");
        file.Workbook.Workbook.Sheets!.Elements<Sheet>().Single().Name = "Xã Mẫu (bản cuối)";
        var other = file.Workbook.AddNewPart<WorksheetPart>();
        other.Worksheet = new(new SheetData(new Row(new Cell { CellFormula = new("NOW()") })));
        file.Workbook.Workbook.Sheets.InsertAt(
            new Sheet
            {
                Id = file.Workbook.GetIdOfPart(other),
                SheetId = 9U,
                Name = "Nháp",
            },
            0
        );
        var (first, last) = (file.Line("QC01"), file.Line("NX01"));
        (first.RowIndex, last.RowIndex) = (last.RowIndex, first.RowIndex);
        foreach (var cell in first.Elements<Cell>().Concat(last.Elements<Cell>()))
            cell.CellReference = null;

        SaysSo();
    }

    [Fact]
    public void Rows_of_ones_own_are_passed_over_and_told_when_they_hold_a_value()
    {
        file.Type("QC01", "31").Type("QC04", "Không áp dụng", Filled.State).Type("NX01", "Kết quả.");
        file.Line(("B", "Người lập biểu")).Line(("B", "Cộng"), ("D", "31"), ("J", "ghi chú riêng"));

        var last = (int)file.Data.Elements<Row>().Last().RowIndex!.Value;

        Assert.Equal(last, Assert.Single(SaysSo().WithoutCode));
    }

    [Fact]
    public void Merged_cells_hold_what_their_first_one_holds()
    {
        file.Type("QC01", "31").Type("QC04", "Không áp dụng", Filled.State).Type("NX01", "Kết quả.");
        var row = file.RowOf("NX01");
        file.Part.Worksheet.GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = $"D{row}:D{row + 1}" });

        SaysSo();
    }

    [Fact]
    public void Shared_and_rich_texts_and_letters_typed_apart_are_read()
    {
        var shared = file.Workbook.AddNewPart<SharedStringTablePart>();
        shared.SharedStringTable = new(
            new SharedStringItem(new Text("31 ") { Space = SpaceProcessingModeValues.Preserve }),
            new SharedStringItem(
                new Run(
                    new RunProperties(new Bold()),
                    new Text("Không áp ".Normalize(NormalizationForm.FormD)) { Space = SpaceProcessingModeValues.Preserve }
                ),
                new Run(new Text("dụng".Normalize(NormalizationForm.FormD)))
            ),
            new SharedStringItem(new Text("Kết quả.".Normalize(NormalizationForm.FormD)), new PhoneticRun(new Text("đọc")))
        );
        Refer("QC01", Filled.Value, 0);
        Refer("QC04", Filled.State, 1);
        Refer("NX01", Filled.Value, 2);

        SaysSo();
    }

    [Fact]
    public async Task LibreOffice_shows_the_values_and_what_it_saves_is_read()
    {
        file.Type("QC01", "31").Type("QC04", "Không áp dụng", Filled.State).Type("NX01", "Kết quả.");
        var filled = file.Bytes();

        var csv = Unquoted(await OfficePrograms.Converted(filled, "xlsx", "csv"));
        var saved = Sample.Plan(await OfficePrograms.Converted(await OfficePrograms.Converted(filled, "xlsx", "ods"), "ods", "xlsx"));

        Assert.Contains("DT01,Đơn tiếp nhận trong kỳ,5,,,", csv, StringComparison.Ordinal);
        Assert.Contains(",31,,", csv, StringComparison.Ordinal);
        Assert.Contains(",Kết quả.,,", csv, StringComparison.Ordinal);
        Assert.Empty(saved.Faults);
        Says(saved);
    }

    internal static string Unquoted(byte[] csv) => Encoding.UTF8.GetString(csv).Replace("\"", "", StringComparison.Ordinal);

    SheetTable SaysSo()
    {
        var bytes = file.Bytes();
        var plan = Sample.Plan(bytes);
        Assert.Empty(plan.Faults);
        Says(plan);
        return SheetReader.Read(bytes, new()).Table!;
    }

    static void Says(SheetPlan plan) =>
        Assert.Equal(
            [("NX01", new CellValue(CellState.Reported, Text: "Kết quả.")), ("QC01", CellValue.Of(31)), ("QC04", CellValue.NotApplicable)],
            plan.Changes.OrderBy(change => change.Code).Select(change => (change.Code, change.To))
        );

    void Refer(string code, string column, int text)
    {
        var cell = file.At(code, column);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.SharedString;
        cell.Append(new DocumentFormat.OpenXml.Spreadsheet.CellValue(text));
    }
}
