using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Tests;

/// <summary>Which periods make up a longer one, and which one another is held against. Domain, edge case 26.</summary>
public class PeriodPartTests
{
    static readonly RegimeCatalogue Regimes = RegimeCatalogue.Shipped();

    [Theory]
    [InlineData("TTCP_06_2025", PeriodKind.Year, 1, PeriodKind.Quarter, "1 2 3 4")]
    [InlineData("TTCP_06_2025", PeriodKind.HalfYear, 1, PeriodKind.Quarter, "1 2")]
    [InlineData("TTCP_06_2025", PeriodKind.NineMonths, 1, PeriodKind.Quarter, "1 2 3")]
    [InlineData("STATE_ND09", PeriodKind.Year, 1, PeriodKind.HalfYear, "1 2")]
    [InlineData("STATE_ND09", PeriodKind.Quarter, 1, PeriodKind.Month, "1 2 3")]
    [InlineData("STATE_ND09", PeriodKind.Year, 1, PeriodKind.Month, "1 2 3 4 5 6 7 8 9 10 11 12")]
    // Nine months leave a quarter out, and no half fits into them twice.
    [InlineData("STATE_ND09", PeriodKind.Year, 1, PeriodKind.NineMonths, "")]
    [InlineData("STATE_ND09", PeriodKind.NineMonths, 1, PeriodKind.HalfYear, "")]
    [InlineData("STATE_ND09", PeriodKind.Year, 1, PeriodKind.Year, "")]
    // The regime has no second half.
    [InlineData("TTCP_06_2025", PeriodKind.Year, 1, PeriodKind.HalfYear, "")]
    public void A_period_is_made_up_of_those_that_leave_no_day_out_and_share_none(
        string regime,
        PeriodKind kind,
        int index,
        PeriodKind of,
        string parts
    ) => Assert.Equal(parts, string.Join(' ', Regimes.PartsOf(Found(regime, kind, 2026, index), of).Select(part => part.Index)));

    /// <summary>TT 06/2025/TT-TTCP is in force from 30 September 2025: three quarters of that year were not reported under it.</summary>
    [Fact]
    public void A_year_whose_first_quarters_were_under_another_regime_has_no_quarters_to_be_made_of() =>
        Assert.Empty(Regimes.PartsOf(Found("TTCP_06_2025", PeriodKind.Year, 2025, 1), PeriodKind.Quarter));

    [Theory]
    [InlineData(Earlier.LastYear, PeriodKind.Quarter, 2026, 1, "2025 1")]
    [InlineData(Earlier.PeriodBefore, PeriodKind.Quarter, 2026, 1, "2025 4")]
    [InlineData(Earlier.PeriodBefore, PeriodKind.Quarter, 2026, 3, "2026 2")]
    [InlineData(Earlier.LastYear, PeriodKind.NineMonths, 2026, 1, "2025 1")]
    // Between two periods of nine months lie three that belong to neither.
    [InlineData(Earlier.PeriodBefore, PeriodKind.NineMonths, 2026, 1, "none")]
    public void A_period_is_held_against_that_of_last_year_or_the_one_before(
        Earlier which,
        PeriodKind kind,
        int year,
        int index,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Regimes.Find(which, Found("STATE_ND09", kind, year, index)) is { } found ? $"{found.Year} {found.Index}" : "none"
        );

    [Fact]
    public void Before_the_regime_there_is_none_to_compare_with() =>
        Assert.Null(Regimes.Find(Earlier.LastYear, Found("TTCP_06_2025", PeriodKind.Quarter, 2026, 1)));

    static Period Found(string regime, PeriodKind kind, int year, int index) =>
        Regimes.Find(new(regime, kind, year, index), out _) ?? throw new InvalidOperationException("No such period");
}
