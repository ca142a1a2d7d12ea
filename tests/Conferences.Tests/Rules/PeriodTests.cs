using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Tests.Rules;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2021", "2021-12-31")]
    [InlineData("2021-H1", "2021-06-30")]
    [InlineData("2021-H2", "2021-12-31")]
    [InlineData("2021-Q1", "2021-03-31")]
    [InlineData("2021-Q2", "2021-06-30")]
    [InlineData("2021-9M", "2021-09-30")]
    [InlineData("2020-M02", "2020-02-29")]
    [InlineData("2021-M12", "2021-12-31")]
    public void A_period_ends_on_its_last_day(string period, string lastDay) =>
        Assert.Equal(DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture), Period.LastDay(period));

    [Theory]
    [InlineData("2021-H3")]
    [InlineData("2021-Q0")]
    [InlineData("2021-M13")]
    [InlineData("21-H1")]
    [InlineData("quý I-2021")]
    public void What_is_no_period_is_not_taken_for_one(string text) => Assert.False(Period.IsWritten(text));
}
