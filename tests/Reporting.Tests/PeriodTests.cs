using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Tests;

/// <summary>The windows of the regimes, day by day as the texts give them.</summary>
public class PeriodTests
{
    static readonly RegimeCatalogue Regimes = RegimeCatalogue.Shipped();

    [Theory]
    [InlineData("STATE_ND09", PeriodKind.Month, 1, "2025-12-15", "2026-01-14")]
    [InlineData("STATE_ND09", PeriodKind.Month, 3, "2026-02-15", "2026-03-14")]
    [InlineData("STATE_ND09", PeriodKind.Quarter, 1, "2025-12-15", "2026-03-14")]
    [InlineData("STATE_ND09", PeriodKind.Quarter, 2, "2026-03-15", "2026-06-14")]
    [InlineData("STATE_ND09", PeriodKind.Quarter, 3, "2026-06-15", "2026-09-14")]
    [InlineData("STATE_ND09", PeriodKind.Quarter, 4, "2026-09-15", "2026-12-14")]
    [InlineData("STATE_ND09", PeriodKind.HalfYear, 1, "2025-12-15", "2026-06-14")]
    [InlineData("STATE_ND09", PeriodKind.HalfYear, 2, "2026-06-15", "2026-12-14")]
    [InlineData("STATE_ND09", PeriodKind.NineMonths, 1, "2025-12-15", "2026-09-14")]
    [InlineData("STATE_ND09", PeriodKind.Year, 1, "2025-12-15", "2026-12-14")]
    [InlineData("TTCP_06_2025", PeriodKind.Quarter, 2, "2026-03-15", "2026-06-14")]
    [InlineData("TTCP_06_2025", PeriodKind.HalfYear, 1, "2025-12-15", "2026-06-14")]
    [InlineData("TTCP_06_2025", PeriodKind.NineMonths, 1, "2025-12-15", "2026-09-14")]
    [InlineData("TTCP_06_2025", PeriodKind.Year, 1, "2025-12-15", "2026-12-14")]
    [InlineData("PARTY", PeriodKind.Month, 2, "2026-02-01", "2026-02-28")]
    [InlineData("PARTY", PeriodKind.HalfYear, 1, "2026-01-01", "2026-06-30")]
    [InlineData("PARTY", PeriodKind.Year, 1, "2026-01-01", "2026-12-31")]
    [InlineData("DANVAN_SCORE", PeriodKind.Year, 1, "2026-01-01", "2026-12-31")]
    public void Window_has_the_days_of_the_text(string regime, PeriodKind kind, int index, string from, string to)
    {
        var period = Found(new(regime, kind, 2026, index));

        Assert.Equal((Day(from), Day(to)), (period.From, period.To));
    }

    [Fact]
    public void February_of_a_leap_year_ends_on_the_29th() =>
        Assert.Equal(Day("2028-02-29"), Found(new("PARTY", PeriodKind.Month, 2028, 2)).To);

    [Fact]
    public void Two_quarters_are_the_half_and_two_halves_the_year()
    {
        var (first, second) = (
            Found(new("STATE_ND09", PeriodKind.Quarter, 2026, 1)),
            Found(new("STATE_ND09", PeriodKind.Quarter, 2026, 2))
        );
        var (half, other) = (
            Found(new("STATE_ND09", PeriodKind.HalfYear, 2026, 1)),
            Found(new("STATE_ND09", PeriodKind.HalfYear, 2026, 2))
        );
        var year = Found(new("STATE_ND09", PeriodKind.Year, 2026, null));

        Assert.Equal((half.From, half.To), (first.From, second.To));
        Assert.Equal(first.To.AddDays(1), second.From);
        Assert.Equal((year.From, year.To), (half.From, other.To));
        Assert.Equal(half.To.AddDays(1), other.From);
    }

    [Fact]
    public void The_months_of_a_year_leave_no_day_out_and_share_none()
    {
        var months = Enumerable.Range(1, 12).Select(month => Found(new("STATE_ND09", PeriodKind.Month, 2026, month))).ToList();

        Assert.All(months.Zip(months.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        Assert.Equal((Day("2025-12-15"), Day("2026-12-14")), (months[0].From, months[^1].To));
    }

    [Theory]
    [InlineData("NOBODY", PeriodKind.Year, 2026, null, null, null, "period.regime")]
    [InlineData("DANVAN_SCORE", PeriodKind.Month, 2026, 1, null, null, "period.kind")]
    [InlineData("TTCP_06_2025", PeriodKind.HalfYear, 2026, 2, null, null, "period.index")]
    [InlineData("STATE_ND09", PeriodKind.Quarter, 2026, 5, null, null, "period.index")]
    [InlineData("STATE_ND09", PeriodKind.Quarter, 2026, null, null, null, "period.index")]
    [InlineData("STATE_ND09", PeriodKind.Year, 2018, null, null, null, "period.year")]
    [InlineData("TTCP_06_2025", PeriodKind.Quarter, 2025, 3, null, null, "period.year")]
    [InlineData("STATE_ND09", PeriodKind.Year, 2026, null, "2026-01-01", "2026-12-31", "period.from")]
    [InlineData("STATE_ND09", PeriodKind.Year, 2026, null, null, "2026-12-31", "period.to")]
    [InlineData("PARTY", PeriodKind.Year, 2026, null, "2026-01-01", null, "period.to")]
    [InlineData("PARTY", PeriodKind.Year, 2026, null, "2026-12-31", "2026-01-01", "period.to")]
    [InlineData("ADHOC", PeriodKind.AdHoc, 2026, 1, null, null, "period.from")]
    [InlineData("ADHOC", PeriodKind.AdHoc, 2026, 1, "2000-01-01", "2026-01-01", "period.to")]
    [InlineData("ADHOC", PeriodKind.Year, 2026, 1, "2026-01-01", "2026-12-31", "period.kind")]
    public void A_period_that_does_not_exist_is_refused_by_the_field_that_is_wrong(
        string regime,
        PeriodKind kind,
        int year,
        int? index,
        string? from,
        string? to,
        string field
    )
    {
        var period = Regimes.Find(
            new(regime, kind, year, index, from is null ? null : Day(from), to is null ? null : Day(to)),
            out var refused
        );

        Assert.Null(period);
        Assert.Equal((field, 400), (refused?.Field, refused?.Status));
    }

    [Fact]
    public void A_party_committee_may_set_its_own_days_and_the_period_keeps_its_identity()
    {
        var period = Found(new("PARTY", PeriodKind.Year, 2026, null, Day("2025-12-01"), Day("2026-11-30")));

        Assert.Equal(new("PARTY", PeriodKind.Year, 2026, 1, Day("2025-12-01"), Day("2026-11-30")), period);
    }

    [Fact]
    public void A_regime_begins_with_the_first_period_that_ends_under_it() =>
        Assert.Equal(
            [(PeriodKind.Quarter, 4), (PeriodKind.Year, 1)],
            Regimes.Of("TTCP_06_2025", 2025).Select(period => (period.Kind, period.Index))
        );

    [Theory]
    [InlineData("TTCP_06_2025", "COMMUNE", "2026-06-17")]
    [InlineData("TTCP_06_2025", "PROVINCE", "2026-06-20")]
    [InlineData("STATE_ND09", "COMMUNE", null)]
    public void The_report_leaves_by_the_day_that_the_text_names(string regime, string level, string? day) =>
        Assert.Equal(day is null ? null : Day(day), Regimes.SendingDays(Found(new(regime, PeriodKind.HalfYear, 2026, 1))).Of(level));

    [Fact]
    public void The_label_is_the_name_that_people_use()
    {
        Assert.Equal("6 tháng đầu năm 2026", Found(new("STATE_ND09", PeriodKind.HalfYear, 2026, 1)).Label.Vi);
        Assert.Equal("Quý IV năm 2026", Found(new("STATE_ND09", PeriodKind.Quarter, 2026, 4)).Label.Vi);
    }

    static Period Found(PeriodRequest request) =>
        Regimes.Find(request, out var refused) ?? throw new InvalidOperationException($"{request}: {refused?.En}");

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
