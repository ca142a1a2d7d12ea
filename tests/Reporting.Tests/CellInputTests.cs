using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests;

/// <summary>Which values a cell takes, on the shipped form.</summary>
public class CellInputTests
{
    static readonly Form Form = FormCatalogue.Shipped().All.Single(form => form is { Code: "DANVAN", Version: 1 });

    public static TheoryData<string, string?, CellInput> Inputs =>
        new()
        {
            { "zero is a number", null, new("QC01", CellState.Reported, 0) },
            { "some, but not how many", null, new("QC01", CellState.Unspecified) },
            { "text", null, new("NX01", CellState.Reported, Text: "Kết quả") },
            { "an override with its reason", null, new("DT01", CellState.Reported, 3, Reason: "đối chiếu sổ") },
            { "an override without one", "reason", new("DT01", CellState.Reported, 3) },
            { "an unknown cell", "code", new("XX", CellState.Reported, 1) },
            { "a ratio", "code", new("DT08", CellState.Reported, 1) },
            { "half a commune", "number", new("QC01", CellState.Reported, 1.5m) },
            { "less than none", "number", new("QC01", CellState.Reported, -1) },
            { "too large", "number", new("QC01", CellState.Reported, decimal.MaxValue) },
            { "reported without a number", "number", new("QC01", CellState.Reported) },
            { "a number that is not reported", "number", new("QC01", CellState.NotReported, 1) },
            { "text for a number", "text", new("QC01", CellState.Reported, Text: "một") },
            { "a number for text", "number", new("NX01", CellState.Reported, 1) },
            { "reported without a text", "text", new("NX01", CellState.Reported) },
        };

    [Theory]
    [InlineData(null, "KHA")]
    [InlineData("text", "khá")]
    [InlineData("text", "XUAT_SAC")]
    [InlineData("text", null)]
    [InlineData("code", "1", "QD01.KHA")]
    public void One_of_what_there_is_is_chosen_by_its_code(string? field, string? chosen, string code = "QD01")
    {
        var form = FormCatalogue.Shipped().Version("DANVAN_QCDC", 1);

        var wrong = CellInput.Check(form, [new(code, CellState.Reported, Text: chosen)]);

        Assert.Equal(field is null ? [] : [$"cells[0].{field}"], wrong.Keys);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_value_is_taken_or_refused_by_its_field(string what, string? field, CellInput input)
    {
        var wrong = CellInput.Check(Form, [input]);

        Assert.True(wrong.Keys.SequenceEqual(field is null ? [] : [$"cells[0].{field}"]), what);
    }

    [Fact]
    public void A_cell_is_given_once() =>
        Assert.Equal(
            ["cells[1].code"],
            CellInput.Check(Form, [new("QC01", CellState.Reported, 1), new("QC01", CellState.Reported, 2)]).Keys
        );
}
