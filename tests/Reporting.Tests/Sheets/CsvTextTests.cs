using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>Text that no spreadsheet takes for a formula, and that loses nothing by it.</summary>
public class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84 123", "'+84 123")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=x", "'\t=x")]
    [InlineData("'=x", "''=x")]
    [InlineData("Kết quả = tốt", "Kết quả = tốt")]
    [InlineData("'nháy'", "'nháy'")]
    [InlineData("", "")]
    public void It_is_written_so_and_read_back(string text, string written)
    {
        Assert.Equal(written, CsvText.Write(text));
        Assert.Equal(text, CsvText.Read(written));
    }
}
