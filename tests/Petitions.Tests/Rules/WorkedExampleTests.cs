using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using static DanVan.Petitions.Tests.Rules.Days;

namespace DanVan.Petitions.Tests.Rules;

public sealed class WorkedExampleTests
{
    [Fact]
    public void A_complaint_received_on_Friday_10_July_2026_is_to_be_accepted_by_Tuesday_21_July()
    {
        var deadline = Engine.Count("KN.ACC", Date("2026-07-10"))!;

        Assert.Equal(Date("2026-07-21"), deadline.Due);
        Assert.Equal(7, deadline.Count);
        Assert.Equal(["2026-07-11", "2026-07-12", "2026-07-18", "2026-07-19"], deadline.Skipped.Select(day => $"{day.Date:yyyy-MM-dd}"));
    }

    [Fact]
    public void The_rule_before_July_2026_would_have_given_24_July()
    {
        var before = Table.Rules.Single(rule => rule is { Id: "KN.ACC", Limit: 10, Unit: LimitUnit.W });
        var engine = new DeadlineEngine(new RuleTable([before with { To = null }]), Calendar);

        Assert.Equal(Date("2026-07-24"), engine.Count("KN.ACC", Date("2026-07-10"))!.Due);
    }

    [Theory]
    [InlineData("2026-09-01", "2026-09-03")]
    [InlineData("2026-09-03", "2026-09-04")]
    public void Thirty_days_from_3_August_2026_end_after_National_Day_as_the_adjacent_day_is_chosen(string adjacent, string due)
    {
        var engine = new DeadlineEngine(Table, new WorkingCalendar([Off("2026-09-02", "Quốc khánh"), Off(adjacent, "Quốc khánh")]));

        Assert.Equal(Date(due), engine.Count("KN.R1", Date("2026-08-03"))!.Due);
    }

    [Fact]
    public void Thirty_days_from_31_March_2026_roll_past_two_holidays_and_a_weekend_and_keep_the_day_of_the_law()
    {
        var deadline = Engine.Count("KN.R1", Date("2026-03-31"))!;

        Assert.Equal(Date("2026-04-30"), deadline.Statutory);
        Assert.Equal(Date("2026-05-04"), deadline.Due);
        Assert.Equal(["Ngày Chiến thắng", "Ngày Quốc tế lao động", "Thứ Bảy", "Chủ nhật"], deadline.Skipped.Select(day => day.Vi));
    }

    [Fact]
    public void A_working_Saturday_counts()
    {
        var swapped = new WorkingCalendar([new(Date("2026-07-11"), DayType.SwappedWork, "Làm bù", "QĐ 1", 1, true)]);

        Assert.Equal(Date("2026-07-20"), new DeadlineEngine(Table, swapped).Count("KN.ACC", Date("2026-07-10"))!.Due);
    }

    [Fact]
    public void The_first_decision_is_sent_in_working_days_and_the_second_in_calendar_days()
    {
        Assert.Equal(Date("2026-07-15"), Engine.Count("KN.SEND1", Date("2026-07-10"))!.Due);
        Assert.Equal(Date("2026-07-17"), Engine.Count("KN.SEND2", Date("2026-07-10"))!.Due);
    }

    [Theory]
    [InlineData("KN.ACC", "2012-06-30", false)] // before the law
    [InlineData("KN.SUSP.SEND", "2026-06-30", false)] // suspension came with the law of 2026
    [InlineData("KN.ACC", "2026-07-10", true)] // has no longer limit
    [InlineData("KN.ACC", "9999-12-31", false)]
    [InlineData("KN.NONE", "2026-07-10", false)]
    public void Where_no_rule_is_in_force_there_is_no_deadline(string rule, string start, bool longer) =>
        Assert.Null(Engine.Count(rule, Date(start), longer));

    [Theory]
    [InlineData("KN.", "2012-07-01", "KN.DIALOGUE.NOTICE", "KN.SUSP.SEND")]
    [InlineData("KN.DIALOGUE.NOTICE", "2026-07-01")]
    [InlineData("KN.SUSP.SEND", "2026-07-01")]
    [InlineData("TC.", "2019-01-01")]
    [InlineData("TCD.", "2014-07-01", "TCD.ONLINE.NOTICE", "TCD.ONLINE.TEST")]
    [InlineData("TCD.ONLINE.", "2026-07-01")]
    public void A_limit_begins_with_the_law_that_sets_it(string rules, string firstDay, params string[] later)
    {
        var ids = Table.Rules.Select(rule => rule.Id).Where(id => id.StartsWith(rules, StringComparison.Ordinal)).Distinct().Except(later);

        Assert.All(ids, id => Assert.NotNull(Table.Find(id, Date(firstDay))));
        Assert.All(ids, id => Assert.Null(Table.Find(id, Date(firstDay).AddDays(-1))));
    }

    [Fact]
    public void The_explanation_tells_article_count_days_off_and_the_end()
    {
        var text = Explanations.Vi(Engine.Count("KN.ACC", Date("2026-07-10"))!);

        Assert.Equal(
            "Luật 136/2025 Đ2.15b; NĐ 155/2026 Đ10: 7 ngày làm việc, không tính ngày 10/07/2026. Ngày nghỉ: 11/07/2026 (Thứ Bảy), "
                + "12/07/2026 (Chủ nhật), 18/07/2026 (Thứ Bảy), 19/07/2026 (Chủ nhật). Hết hạn vào cuối ngày 21/07/2026.",
            text
        );
    }

    [Fact]
    public void The_explanation_tells_that_the_last_day_was_off() =>
        Assert.Contains(
            "Ngày cuối 30/04/2026 là ngày nghỉ nên kết thúc vào ngày làm việc tiếp theo (Bộ luật Dân sự 2015 Đ148.5).",
            Explanations.Vi(Engine.Count("KN.R1", Date("2026-03-31"))!),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_explanation_of_a_notice_tells_the_latest_day_before_the_event() =>
        Assert.Equal(
            "NĐ 155/2026 Đ11 (Đ28.1): 5 ngày trước ngày 10/07/2026, chậm nhất là ngày 05/07/2026.",
            Explanations.Vi(Engine.Count("KN.DIALOGUE.NOTICE", Date("2026-07-10"))!)
        );

    [Fact]
    public void A_table_in_which_two_rows_of_a_rule_overlap_is_refused()
    {
        var row = Table.Rules.First(rule => rule.Id == "TC.RES");

        Assert.Throws<InvalidDataException>(() => _ = new RuleTable([row, row with { Limit = 60, From = Date("2026-07-01") }]));
    }
}
