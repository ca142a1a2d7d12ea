using DanVan.Awards.Decisions;
using DanVan.Awards.Law;
using static DanVan.Awards.Tests.Rules.Samples;

namespace DanVan.Awards.Tests.Rules;

public sealed class LawByDateTests
{
    [Theory]
    [InlineData("2022-12-29", "ND_91_2017")]
    [InlineData("2023-12-31", "ND_91_2017")]
    [InlineData("2024-01-01", "ND_98_2023")]
    [InlineData("2025-06-30", "ND_98_2023")]
    [InlineData("2025-07-01", "ND_152_2025")]
    [InlineData("2026-11-21", "ND_152_2025")]
    public void The_decree_is_that_of_the_day(string day, string decree) => Assert.Equal(decree, LawOnFile.On(Day(day))?.Id);

    [Fact]
    public void A_day_before_all_that_is_on_file_has_no_law() => Assert.Null(LawOnFile.On(Day("2010-05-19")));

    [Theory]
    [InlineData("2019-07-01", 1_490_000)]
    [InlineData("2023-06-30", 1_490_000)]
    [InlineData("2023-07-01", 1_800_000)]
    [InlineData("2024-06-30", 1_800_000)]
    [InlineData("2024-07-01", 2_340_000)]
    [InlineData("2026-06-30", 2_340_000)]
    [InlineData("2026-07-01", 2_530_000)]
    public void The_base_salary_is_that_of_the_day(string day, int amount) => Assert.Equal(amount, LawOnFile.SalaryOn(Day(day))?.Amount);

    [Theory]
    [InlineData("CSTD_TOAN_QUOC", 90)]
    [InlineData("CSTD_TINH", 90)]
    [InlineData("CSTD_CO_SO", 80)]
    [InlineData("CO_THI_DUA_TINH", 80)]
    [InlineData("CO_THI_DUA_CHINH_PHU", 80)]
    [InlineData("BANG_KHEN_TINH", null)]
    public void The_vote_thresholds_of_decree_98_are_data(string form, int? percent) =>
        Assert.Equal(
            percent,
            Assert.Single(LawOnFile.VoteThresholds, row => row.LawId == "ND_98_2023" && row.Form == form).PercentOfAllMembers
        );

    [Fact]
    public void Thresholds_that_were_not_read_are_marked_as_not_known() =>
        Assert.All(
            LawOnFile.VoteThresholds.Where(row => row.LawId == "ND_152_2025"),
            row => Assert.Equal((null, "?"), (row.PercentOfAllMembers, row.Mark))
        );

    [Theory]
    [InlineData("PHONG_TRAO_THI_DUA", false)]
    [InlineData("DOT_XUAT", false)]
    [InlineData("CONG_TRANG", true)]
    public void Thematic_and_sudden_achievement_never_supports_an_award_for_merit(string type, bool supports) =>
        Assert.Equal(supports, LawOnFile.Type(type)?.MaySupportMerit);

    [Fact]
    public void Every_row_names_its_source_and_how_sure_it_is()
    {
        string[] marks = ["V", "V2", "S", "M", "?"];
        var rows = LawOnFile
            .Laws.Select(row => (row.Source, row.Mark))
            .Concat(LawOnFile.BaseSalaries.Select(row => (row.Source, row.Mark)))
            .Concat(LawOnFile.Forms.Select(row => (row.Source, row.Mark)))
            .Concat(LawOnFile.Coefficients.Select(row => (row.Source, row.Mark)))
            .Concat(LawOnFile.VoteThresholds.Select(row => (row.Source, row.Mark)));

        Assert.All(rows, row => Assert.True(row.Source.Length > 0 && marks.Contains(row.Mark), $"{row}"));
    }

    [Fact]
    public void Two_laws_in_force_on_one_day_stop_the_start()
    {
        var twice = LawOnFile with { Laws = [.. LawOnFile.Laws, LawOnFile.Laws[^1] with { Id = "TWICE", From = Day("2026-01-01") }] };

        Assert.Contains("2026-01-01", Assert.Throws<InvalidDataException>(() => Reloaded(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_for_a_form_that_nobody_knows_stops_the_start()
    {
        var row = LawOnFile.Coefficients[0] with { Form = "BANG_KHEN_LA" };

        Assert.Contains(
            "BANG_KHEN_LA",
            Assert.Throws<InvalidDataException>(() => Reloaded(LawOnFile with { Coefficients = [row] })).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rows_that_contradict_each_other_stop_the_start()
    {
        var (salary, form, coefficient) = (LawOnFile.BaseSalaries[^1], LawOnFile.Forms[0], LawOnFile.Coefficients[0]);
        Stops(LawOnFile with { BaseSalaries = [.. LawOnFile.BaseSalaries, salary with { From = Day("2026-10-01") }] }, "2026-10-01");
        Stops(LawOnFile with { Forms = [.. LawOnFile.Forms, form] }, $"the form {form.Code} stands twice");
        Stops(LawOnFile with { Coefficients = [coefficient, coefficient with { Value = 9 }] }, "stands twice");
        Stops(LawOnFile with { Coefficients = [coefficient with { LawId = "ND_LA" }] }, "ND_LA");
        Stops(LawOnFile with { VoteThresholds = [LawOnFile.VoteThresholds[0] with { Form = "BANG_KHEN_LA" }] }, "BANG_KHEN_LA");

        static void Stops(AwardLaw law, string where) =>
            Assert.Contains(where, Assert.Throws<InvalidDataException>(() => Reloaded(law)).Message, StringComparison.Ordinal);
    }

    static AwardLaw Reloaded(AwardLaw law)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, System.Text.Json.JsonSerializer.Serialize(law, Chassis.Http.JsonRules.Options));
            return AwardLaw.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
