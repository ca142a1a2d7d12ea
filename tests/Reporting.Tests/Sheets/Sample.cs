using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>A report of the shipped form as it stands in the middle of the work, without a service around it.</summary>
static class Sample
{
    public static readonly Form Form = FormCatalogue.Shipped().All.Single(form => form is { Code: "DANVAN", Version: 1 });

    public static readonly Report Report = new()
    {
        Id = new("01980b5c-7a00-7000-8000-000000000001"),
        Form = Form.Code,
        FormVersion = Form.Version,
        UnitId = new("01980b5c-7a00-7000-8000-000000000002"),
        Regime = "STATE_ND09",
        PeriodKind = PeriodKind.Year,
        PeriodYear = 2024,
        PeriodIndex = 1,
        PeriodFrom = new(2023, 12, 15),
        PeriodTo = new(2024, 12, 14),
        OpenedBy = "vp-xa",
        OpenedAt = new(2024, 12, 15, 8, 0, 0, TimeSpan.Zero),
    };

    /// <summary>Everything counted is five; what is entered besides is given.</summary>
    public static IReadOnlyList<Cell> Cells(params (string Code, CellValue Value, string? Reason)[] entered)
    {
        var figures = Form
            .Indicators.Where(indicator => indicator.Formula is not null)
            .ToDictionary(indicator => indicator.Code, indicator => new Figure(indicator.Code, 5, 5, 0, 0));
        var sources = Form.Indicators.SelectMany(indicator => indicator.Formula?.Events ?? []).Select(match => match.Source).Distinct();
        return Cell.Fill(
            Form,
            new(figures, sources.ToDictionary(source => source, _ => 1L)),
            entered.ToDictionary(
                one => one.Code,
                one => new CellEntry
                {
                    Id = Guid.CreateVersion7(),
                    ReportId = Report.Id,
                    Cell = one.Code,
                    Kind = one.Reason is null ? EntryKind.Manual : EntryKind.Override,
                    State = one.Value.State,
                    Number = one.Value.Number,
                    Text = one.Value.Text,
                    Reason = one.Reason,
                    EnteredBy = "vp-xa",
                    EnteredAt = Report.OpenedAt,
                }
            )
        );
    }

    public static byte[] Sheet(IReadOnlyList<Cell>? cells = null) => SheetWriter.Write(Report, Form, cells ?? Cells(), "Xã Mẫu");

    /// <summary>What a workbook would change.</summary>
    public static SheetPlan Plan(byte[] workbook, IReadOnlyList<Cell>? cells = null)
    {
        var (sheet, refused) = SheetReader.Read(workbook, new());
        Assert.True(sheet is not null, refused?.En);
        return SheetPlan.Of(Form, cells ?? Cells(), sheet);
    }

    /// <summary>The code by which a workbook is refused.</summary>
    public static string? Refusal(byte[] workbook, SheetOptions? limits = null) =>
        SheetReader.Read(workbook, limits ?? new()).Refused?.Code;
}
