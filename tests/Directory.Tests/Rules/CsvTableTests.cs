using System.Text;
using DanVan.Directory.Import;

namespace DanVan.Directory.Tests.Rules;

public class CsvTableTests
{
    [Fact]
    public void Quoted_fields_may_hold_commas_quotes_and_line_breaks()
    {
        var rows = Read("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\nz,\r\n").Rows;
        Assert.Equal(
            [
                ["x, \"y\"", "1\n2"],
                ["z", ""],
            ],
            rows.Select(row => row.Fields)
        );
        Assert.Equal([2, 4], rows.Select(row => row.Number));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Single(CsvTable.Read([0xEF, 0xBB, 0xBF, .. "a,b\n1,2"u8], "a", "b").Rows);

    [Fact]
    public void Names_arrive_in_normal_form_C() =>
        Assert.Equal("Hòa", Read($"a,b\n{"Hòa".Normalize(NormalizationForm.FormD)},2").Rows[0].Fields[0]);

    [Theory]
    [InlineData("", "imports.empty")]
    [InlineData("a,b\n", "imports.empty")]
    [InlineData("a,c\n1,2", "imports.wrong-header")]
    [InlineData("a\n1", "imports.wrong-header")]
    [InlineData("a,b\n1", "imports.wrong-number-of-fields")]
    [InlineData("a,b\n1,2,3", "imports.wrong-number-of-fields")]
    [InlineData("a,b\n\"1,2", "imports.open-quote")]
    [InlineData("a,b\n1\u0000,2", "imports.no-text")]
    public void A_file_that_cannot_be_read_says_why(string file, string code) => Assert.Equal(code, Read(file).Refused?.Code);

    [Fact]
    public void Windows_1258_bytes_are_named_as_such()
    {
        byte[] windows1258 = [.. "a,b\n1,T"u8, 0xEC, (byte)'n', (byte)'h'];
        Assert.Equal("imports.not-utf-8", CsvTable.Read(windows1258, "a", "b").Refused?.Code);
    }

    [Fact]
    public void More_rows_than_any_country_has_are_refused() =>
        Assert.Equal("imports.too-many-rows", Read("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100_001))).Refused?.Code);

    static (IReadOnlyList<CsvRow> Rows, Chassis.Http.Rejection? Refused) Read(string file) =>
        CsvTable.Read(Encoding.UTF8.GetBytes(file), "a", "b");
}
