using DanVan.Reporting.Cells;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using CellValue = DanVan.Reporting.Cells.CellValue;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>What a filled sheet says.</summary>
public class SheetPlanTests
{
    static readonly (string, CellValue, string?)[] Entered =
    [
        ("QC01", CellValue.Of(0), null),
        ("QC04", CellValue.NotApplicable, null),
        ("QC07", CellValue.Unspecified, null),
        ("NX01", new(CellState.Reported, Text: "=HYPERLINK(\"x\")\nDòng hai _x000D_ và ệ"), null),
        ("DT01", CellValue.Of(7), "Hai đơn chưa vào sổ."),
        ("DT02", CellValue.NotReported, "Chưa đối chiếu."),
    ];

    [Fact]
    public void A_sheet_sent_back_as_it_came_changes_nothing()
    {
        var cells = Sample.Cells(Entered);
        var plan = Sample.Plan(Sample.Sheet(cells), cells);

        Assert.Empty(plan.Faults);
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void What_was_entered_comes_out_whole_and_the_four_kinds_apart()
    {
        var plan = Sample.Plan(Sample.Sheet(Sample.Cells(Entered)));

        Assert.Empty(plan.Faults);
        Assert.Equal(
            Entered.OrderBy(one => one.Item1).Select(one => (one.Item1, one.Item2, one.Item3)),
            plan.Changes.OrderBy(change => change.Code).Select(change => (change.Code, change.To, change.Reason))
        );
    }

    [Fact]
    public void The_workbook_keeps_to_the_standard()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Sample.Sheet(Sample.Cells(Entered))), false);

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")
        );
    }

    [Fact]
    public void Text_goes_out_as_typed_strings_and_no_cell_as_a_formula()
    {
        using var file = new Filled(Sample.Sheet(Sample.Cells(Entered)));

        Assert.Equal(CellValues.InlineString, file.At("NX01", Filled.Value).DataType!.Value);
        Assert.Empty(file.Data.Descendants<CellFormula>());
    }

    [Fact]
    public void What_events_say_is_shown_and_locked_and_the_states_are_offered()
    {
        using var file = new Filled(Sample.Sheet());

        Assert.Equal("5", file.At("DT01", "C").InnerText);
        Assert.True(IsLocked(file, "DT01", "C"));
        Assert.True(IsLocked(file, "DT08", Filled.Value));
        Assert.False(IsLocked(file, "DT01", Filled.Value));
        Assert.False(IsLocked(file, "QC01", Filled.Value));
        Assert.True(file.Part.Worksheet.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.True(file.Data.Elements<Row>().First().Hidden!.Value);
        Assert.Equal(
            "\"Có số liệu,Chưa báo cáo,Không áp dụng,Một số (chưa rõ)\"",
            file.Part.Worksheet.Descendants<DataValidation>().Single().Formula1!.Text
        );
    }

    [Theory]
    [InlineData("1.234", 1234)]
    [InlineData("1,234,567", 1234567)]
    [InlineData(" 12 ", 12)]
    [InlineData("12\u00a0", 12)]
    public void Numbers_typed_as_text_are_numbers(string typed, int number)
    {
        using var file = new Filled(Sample.Sheet());

        Assert.Equal(CellValue.Of(number), Changed(file.Type("QC01", typed), "QC01"));
    }

    [Fact]
    public void Sums_of_fractions_that_a_spreadsheet_keeps_in_binary_are_what_they_look_like()
    {
        using var file = new Filled(Sample.Sheet());

        Assert.Equal(CellValue.Of(3), Changed(file.Number("QC01", "3.0000000000000004"), "QC01"));
    }

    [Fact]
    public void A_percentage_is_the_number_that_the_spreadsheet_keeps()
    {
        using var file = new Filled(Sample.Sheet());

        Assert.Equal(CellValue.Of(2), Changed(file.Number("QC01", "2", style: file.Style("0.00%")), "QC01"));
    }

    [Theory]
    [InlineData("dd/mm/yyyy")]
    [InlineData("[$-42A]d mmm;@")]
    [InlineData("[h]:mm")]
    public void A_day_is_no_number(string format)
    {
        using var file = new Filled(Sample.Sheet());

        Refused(file.Number("QC01", "45000", style: file.Style(format)), "QC01", Filled.Value, "ngày");
    }

    [Theory]
    [InlineData("#,##0\" đơn, ngày d/m\"")]
    [InlineData("[Red]#,##0;[>=100]0")]
    [InlineData("\\d0")]
    public void A_format_that_only_writes_such_letters_is_none_of_a_day(string format)
    {
        using var file = new Filled(Sample.Sheet());

        Assert.Equal(CellValue.Of(9), Changed(file.Number("QC01", "9", style: file.Style(format)), "QC01"));
    }

    [Theory]
    [InlineData("Không áp dụng", CellState.NotApplicable)]
    [InlineData("  không  ÁP dụng ", CellState.NotApplicable)]
    [InlineData("Một số (chưa rõ)", CellState.Unspecified)]
    [InlineData("UNSPECIFIED", CellState.Unspecified)]
    public void A_state_is_read_however_it_was_typed(string typed, CellState state)
    {
        using var file = new Filled(Sample.Sheet());

        Assert.Equal(
            new CellValue(state),
            Changed(file.Type("QC01", typed.Normalize(System.Text.NormalizationForm.FormD), Filled.State), "QC01")
        );
    }

    [Fact]
    public void A_value_beside_a_derived_one_needs_its_reason()
    {
        using var without = new Filled(Sample.Sheet());
        Refused(without.Number("DT01", "7"), "DT01", Filled.Reason, "lý do");

        using var with = new Filled(Sample.Sheet());
        var plan = Sample.Plan(with.Number("DT01", "7").Type("DT01", "Hai đơn chưa vào sổ.", Filled.Reason).Bytes());
        Assert.Equal("Hai đơn chưa vào sổ.", Assert.Single(plan.Changes).Reason);
    }

    [Fact]
    public void Another_reason_for_the_same_override_is_a_change()
    {
        var cells = Sample.Cells(("DT01", CellValue.Of(7), "Vì sao."));
        using var file = new Filled(Sample.Sheet(cells));

        var plan = Sample.Plan(file.Type("DT01", "Vì sao, nói rõ hơn.", Filled.Reason).Bytes(), cells);

        Assert.Equal("Vì sao, nói rõ hơn.", Assert.Single(plan.Changes).Reason);
    }

    [Theory]
    [InlineData("QC01", "1,5", "nguyên")]
    [InlineData("QC01", "-1", "âm")]
    [InlineData("QC01", "nhiều", "1.234,5")]
    [InlineData("QC01", "99999999999999999", "quá lớn")]
    [InlineData("DT08", "1", "Tỷ lệ")]
    public void What_a_cell_does_not_take_is_told_with_its_place(string code, string typed, string why)
    {
        using var file = new Filled(Sample.Sheet());

        Refused(file.Type(code, typed), code, code == "DT08" ? "A" : Filled.Value, why);
    }

    [Fact]
    public void A_state_that_is_none_is_told_with_those_there_are()
    {
        using var file = new Filled(Sample.Sheet());

        Refused(file.Type("QC01", "chưa biết", Filled.State), "QC01", Filled.State, "«Chưa báo cáo»");
    }

    [Fact]
    public void A_number_that_is_said_not_to_be_there_is_told()
    {
        using var file = new Filled(Sample.Sheet());

        Refused(file.Number("QC01", "3").Type("QC01", "Không áp dụng", Filled.State), "QC01", Filled.Value, "REPORTED");
    }

    [Fact]
    public void A_narrative_is_not_longer_than_one_that_is_sent_as_JSON()
    {
        using var file = new Filled(Sample.Sheet());

        Refused(file.Type("NX01", new('a', 20_001)), "NX01", Filled.Value, "20000");
    }

    [Fact]
    public void Words_that_are_none_are_told_once()
    {
        using var file = new Filled(Sample.Sheet());
        var cell = file.At("NX01", Filled.Value);
        cell.RemoveAllChildren();
        (cell.DataType, cell.CellValue) = (CellValues.Boolean, new("1"));

        Refused(file, "NX01", Filled.Value, "TRUE");
    }

    [Fact]
    public void An_unknown_code_and_one_given_twice_are_told_with_their_rows()
    {
        using var file = new Filled(Sample.Sheet());
        var plan = Sample.Plan(file.Line(("A", "XX99"), ("D", "1")).Line(("A", "QC01"), ("D", "1")).Bytes());

        Assert.Equal(["XX99", "QC01"], plan.Faults.Select(fault => fault.Code));
        Assert.All(plan.Faults, fault => Assert.Equal("A", fault.Column));
    }

    public static TheoryData<CellFormula> Formulas =>
        [
            new CellFormula("1+1"),
            new CellFormula { FormulaType = CellFormulaValues.Shared, SharedIndex = 0U },
            new CellFormula("A1:A2*2") { FormulaType = CellFormulaValues.Array, Reference = "D7" },
        ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_is_refused_where_it_stands(CellFormula formula)
    {
        foreach (var column in new[] { "B", Filled.Value, Filled.State, Filled.Reason })
        {
            using var file = new Filled(Sample.Sheet());
            var row = file.RowOf("QC01");
            var plan = Sample.Plan(file.Formula("QC01", (CellFormula)formula.Clone(), column).Bytes());

            Assert.Equal((row, column), (plan.Faults[0].Row, plan.Faults[0].Column));
            Assert.Contains("công thức", plan.Faults[0].Message, StringComparison.Ordinal);
            Assert.Empty(plan.Changes);
        }
    }

    static CellValue Changed(Filled file, string code)
    {
        var plan = Sample.Plan(file.Bytes());
        Assert.Empty(plan.Faults);
        return Assert.Single(plan.Changes, change => change.Code == code).To;
    }

    static void Refused(Filled file, string code, string column, string why)
    {
        var row = file.RowOf(code);
        var fault = Assert.Single(Sample.Plan(file.Bytes()).Faults);
        Assert.Equal((row, column, code), (fault.Row, fault.Column, fault.Code));
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    static bool IsLocked(Filled file, string code, string column)
    {
        var formats = file.Workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        return formats[(int)file.At(code, column).StyleIndex!.Value].Protection!.Locked!.Value;
    }
}
