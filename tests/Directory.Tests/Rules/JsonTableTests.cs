using System.Text;
using DanVan.Directory.Import;

namespace DanVan.Directory.Tests.Rules;

public class JsonTableTests
{
    [Fact]
    public void Rows_are_objects_with_the_columns_in_camelCase_and_null_is_nothing()
    {
        var (rows, refused) = Read("""[{"code":"01","fullName":" Thành phố Hà Nội "},{"fullName":null,"code":"02"}]""");
        Assert.Null(refused);
        Assert.Equal(
            [
                ["01", "Thành phố Hà Nội"],
                ["02", ""],
            ],
            rows.Select(row => row.Fields)
        );
        Assert.Equal([1, 2], rows.Select(row => row.Number));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_names_arrive_in_normal_form_C()
    {
        byte[] file =
        [
            0xEF,
            0xBB,
            0xBF,
            .. Encoding.UTF8.GetBytes($$"""[{"code":"1","fullName":"{{"Hòa".Normalize(NormalizationForm.FormD)}}"}]"""),
        ];
        Assert.Equal("Hòa", JsonTable.Read(file, "code", "full_name").Rows[0].Fields[1]);
    }

    [Theory]
    [InlineData("", "imports.empty")]
    [InlineData(" \n", "imports.empty")]
    [InlineData("[]", "imports.empty")]
    [InlineData("{}", "imports.not-json")]
    [InlineData("""[{"code":"01","fullName":"a"}""", "imports.not-json")]
    [InlineData("[1]", "imports.wrong-members")]
    [InlineData("""[{"code":"01"}]""", "imports.wrong-members")]
    [InlineData("""[{"code":1,"fullName":"a"}]""", "imports.wrong-members")]
    [InlineData("""[{"code":"01","fullName":"a","more":"b"}]""", "imports.wrong-members")]
    [InlineData("""[{"code":"01","code":"02","fullName":"a"}]""", "imports.not-json")]
    [InlineData("""[{"code":"01","fullName":{"a":{"b":1}}}]""", "imports.not-json")]
    [InlineData("""[{"code":"01","fullName":"a\u0000"}]""", "imports.no-text")]
    [InlineData("""[{"code":"01","fullName":"\ud800"}]""", "imports.no-text")]
    public void A_file_that_cannot_be_read_says_why(string file, string code) => Assert.Equal(code, Read(file).Refused?.Code);

    [Fact]
    public void Windows_1258_bytes_are_named_as_such() =>
        Assert.Equal(
            "imports.not-utf-8",
            JsonTable.Read((byte[])[.. "[{\"code\":\"T"u8, 0xEC, .. "nh\"}]"u8], "code", "full_name").Refused?.Code
        );

    static (IReadOnlyList<CsvRow> Rows, Chassis.Http.Rejection? Refused) Read(string file) =>
        JsonTable.Read(Encoding.UTF8.GetBytes(file), "code", "full_name");
}
