using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DanVan.Reporting.Cells.Cell;
using OpenSheets = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace DanVan.Reporting.Sheets;

/// <summary>Writes a report as a workbook (ISO/IEC 29500) with one sheet.</summary>
static class SheetWriter
{
    const string Help =
        "Điền cột «Giá trị báo cáo»; ô để trống giữ nguyên giá trị đang có. Không có con số thì chọn ở cột «Trạng thái»; số 0 là một con số. "
        + "Ô tính từ sự kiện chỉ điền khi giá trị báo cáo khác giá trị tính được, kèm lý do. Không dùng công thức.";

    static readonly Dictionary<SheetColumn, double> Widths = new()
    {
        [SheetColumn.Code] = 14,
        [SheetColumn.Name] = 52,
        [SheetColumn.Derived] = 16,
        [SheetColumn.Value] = 22,
        [SheetColumn.State] = 18,
        [SheetColumn.Reason] = 40,
    };

    public static byte[] Write(Report report, Form form, IReadOnlyList<Cell> cells, string unit)
    {
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var main = file.AddWorkbookPart();
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.All();
            var part = main.AddNewPart<WorksheetPart>();
            part.Worksheet = SheetOf(new SheetRows(report, form, cells, unit, Help));
            main.Workbook = new(
                new OpenSheets(
                    new Sheet
                    {
                        Id = main.GetIdOfPart(part),
                        SheetId = 1U,
                        Name = "Báo cáo",
                    }
                )
            );
        }
        return bytes.ToArray();
    }

    static Worksheet SheetOf(SheetRows rows)
    {
        const int titles = SheetRows.TitleRow;
        var all = rows.All();
        var last = all.Count;
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = titles,
                        TopLeftCell = $"A{titles + 1}",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0U,
                }
            ),
            new Columns(
                Enum.GetValues<SheetColumn>()
                    .Select(column => new Column
                    {
                        Min = SheetRows.Place(column),
                        Max = SheetRows.Place(column),
                        Width = Widths[column],
                        CustomWidth = true,
                    })
            ),
            new SheetData(all),
            // Without a password: it keeps from slips, not from people.
            new SheetProtection
            {
                Sheet = true,
                FormatCells = false,
                FormatColumns = false,
                FormatRows = false,
                InsertColumns = false,
                InsertRows = false,
                Sort = false,
                AutoFilter = false,
            },
            new MergeCells(rows.Merged.Select(place => new MergeCell { Reference = place })),
            new DataValidations([States(titles + 1, last), .. rows.Choices.Select(choice => Choices(choice.Row, choice.From))])
            {
                Count = 1U + (uint)rows.Choices.Count,
            },
            new PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.5,
                Bottom = 0.5,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = 9U,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1U,
                FitToHeight = 0U,
            }
        );
    }

    static DataValidation States(int first, int last) =>
        List(SheetColumn.State, first, last, string.Join(',', StateWords.All), "Chọn một trạng thái trong danh sách, hoặc để trống.");

    static DataValidation Choices(int row, IReadOnlyList<Category> from) =>
        List(SheetColumn.Value, row, row, ChoiceWords.List(from), "Chọn một mục trong danh sách, hoặc để trống.");

    static DataValidation List(SheetColumn of, int first, int last, string words, string help)
    {
        var column = SheetColumns.LettersOf((int)SheetRows.Place(of));
        return new(new Formula1($"\"{words}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = SheetColumns.TitleOf(of),
            Error = help,
            SequenceOfReferences = new() { InnerText = $"{column}{first}:{column}{last}" },
        };
    }
}
