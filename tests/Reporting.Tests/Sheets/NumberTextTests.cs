using System.Globalization;
using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>Numbers as people type them.</summary>
public class NumberTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1234", "1234")]
    [InlineData(" 1234 ", "1234")]
    [InlineData("-5", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("+5", "5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00a0234.5", "1234.5")]
    [InlineData("1,5", "1.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("0.500", "0.5")]
    [InlineData("12345.678", "12345.678")]
    [InlineData("50%", "0.5")]
    [InlineData("12,5 %", "0.125")]
    public void One_reading_makes_sense(string typed, string number) => Assert.Equal(Of(number), NumberText.Read(typed));

    [Theory]
    [InlineData("1.234", "1234")]
    [InlineData("1,234", "1.234")]
    [InlineData("12.345", "12345")]
    [InlineData("999,999", "999.999")]
    public void Of_two_the_Vietnamese_one_holds(string typed, string number) => Assert.Equal(Of(number), NumberText.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("%")]
    [InlineData("một số")]
    [InlineData("12 người")]
    [InlineData("1.23.456")]
    [InlineData("1.234.56")]
    [InlineData("1,234.567,8")]
    [InlineData("1.234,5.6")]
    [InlineData("01/02/2026")]
    [InlineData("1e5")]
    [InlineData("١٢٣")]
    [InlineData("=1+1")]
    [InlineData("99999999999999999999999999999999")]
    public void None_makes_sense(string typed) => Assert.Null(NumberText.Read(typed));

    static decimal Of(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);
}
