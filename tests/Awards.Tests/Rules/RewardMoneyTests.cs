using DanVan.Awards.Decisions;
using DanVan.Awards.Law;
using static DanVan.Awards.Tests.Rules.Samples;

namespace DanVan.Awards.Tests.Rules;

public sealed class RewardMoneyTests
{
    [Fact]
    public void Five_collectives_and_ten_individuals_of_2022_get_29_8_million()
    {
        var reward = Money("BANG_KHEN_TINH", "2022-12-29", new(5, 10, 0));

        Assert.Equal(29_800_000m, reward.Total);
        Assert.Equal(
            [(RecipientKind.Collective, 2.0m, 14_900_000m), (RecipientKind.Individual, 1.0m, 14_900_000m)],
            reward.Lines.Select(line => (line.Kind, line.Coefficient, line.Amount))
        );
        Assert.True(reward.FromMemory);
    }

    [Theory]
    [InlineData("2026-06-30", 7_020_000)]
    [InlineData("2026-07-01", 7_590_000)]
    public void The_base_salary_of_the_decision_counts_not_that_of_today(string day, int total) =>
        Assert.Equal(total, Money("BANG_KHEN_TINH", day, new(1, 0, 0)).Total);

    [Theory]
    [InlineData("CSTD_TOAN_QUOC", 4.5)]
    [InlineData("CSTD_TINH", 3.0)]
    [InlineData("CSTD_CO_SO", 1.0)]
    [InlineData("LDTT", 0.3)]
    public void Titles_of_individuals_under_decree_152(string form, double coefficient) =>
        Assert.Equal((decimal)coefficient * 2_530_000m, Money(form, "2026-08-01", new(0, 1, 0)).Total);

    [Theory]
    [InlineData("TAP_THE_LDXS", 1.5)]
    [InlineData("TAP_THE_LDTT", 0.8)]
    [InlineData("XA_TIEU_BIEU", 2.0)]
    [InlineData("THON_VAN_HOA", 1.5)]
    [InlineData("CO_THI_DUA_CHINH_PHU", 12)]
    [InlineData("CO_THI_DUA_TINH", 8)]
    [InlineData("BANG_KHEN_TINH", 3.0)]
    [InlineData("GIAY_KHEN", 0.6)]
    public void Awards_of_collectives_under_decree_152(string form, double coefficient) =>
        Assert.Equal((decimal)coefficient * 2_530_000m, Money(form, "2026-08-01", new(1, 0, 0)).Total);

    [Theory]
    [InlineData("BANG_KHEN_TINH")]
    [InlineData("GIAY_KHEN")]
    public void An_individual_gets_half_of_what_a_collective_gets_and_a_household_half_as_much_again(string form)
    {
        var collective = Money(form, "2026-08-01", new(1, 0, 0)).Total;

        Assert.Equal(collective / 2, Money(form, "2026-08-01", new(0, 1, 0)).Total);
        Assert.Equal(collective * 0.75m, Money(form, "2026-08-01", new(0, 0, 1)).Total);
    }

    [Fact]
    public void One_kind_without_a_row_makes_the_whole_sum_unknown()
    {
        var reward = Money("BANG_KHEN_TINH", "2022-12-29", new(5, 0, 1));

        Assert.Null(reward.Total);
        Assert.Equal(["COEFFICIENT_HOUSEHOLD"], reward.Missing);
    }

    [Fact]
    public void A_day_without_a_base_salary_on_file_has_no_sum()
    {
        var reward = Money("BANG_KHEN_TINH", "2018-05-01", new(5, 10, 0));

        Assert.Null(reward.Total);
        Assert.Equal(["BASE_SALARY"], reward.Missing);
    }

    [Fact]
    public void A_sum_of_rows_that_were_read_is_not_from_memory() =>
        Assert.False(Money("CSTD_TINH", "2026-08-01", new(0, 1, 0)).FromMemory);

    [Fact]
    public void A_missing_row_makes_the_sum_unknown_and_never_smaller()
    {
        var reward = Money("BANG_KHEN_TINH", "2024-03-01", new(5, 10, 0));

        Assert.Null(reward.Total);
        Assert.Equal(["COEFFICIENT_COLLECTIVE", "COEFFICIENT_INDIVIDUAL"], reward.Missing);
    }

    [Fact]
    public void Awards_of_the_party_follow_their_own_regime()
    {
        var reward = Money("GIAY_KHEN_CAP_UY", "2026-08-01", new(1, 0, 0));

        Assert.Null(reward.Law);
        Assert.Null(reward.Total);
    }

    [Fact]
    public void Nobody_declared_or_named_is_no_sum_of_zero() =>
        Assert.Null(Money("BANG_KHEN_TINH", "2022-12-29", RecipientCounts.None).Total);

    [Fact]
    public void The_sum_is_written_out()
    {
        var form = LawOnFile.Form("BANG_KHEN_TINH")!;
        var reward = Money("BANG_KHEN_TINH", "2022-12-29", new(5, 10, 0));

        Assert.Equal(
            "Bằng khen cấp tỉnh, Nghị định 91/2017/NĐ-CP, lương cơ sở 1.490.000 đồng tại ngày 29/12/2022: "
                + "5 tập thể × 2,0 × 1.490.000 + 10 cá nhân × 1,0 × 1.490.000 = 29.800.000 đồng. Có dòng dữ liệu chưa đối chiếu văn bản gốc.",
            RewardExplanation.InVietnamese(reward, form)
        );
        Assert.Contains("5 collectives × 2.0 × 1,490,000", RewardExplanation.InEnglish(reward, form), StringComparison.Ordinal);
    }

    static Reward Money(string form, string day, RecipientCounts counts) =>
        RewardMoney.Of(LawOnFile, LawOnFile.Form(form)!, Day(day), counts);
}
