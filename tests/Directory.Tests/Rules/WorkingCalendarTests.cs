using DanVan.Directory.Calendar;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Rules;

/// <summary>Counting by the shipped calendar: the worked examples of the domain, and what the law says of each kind of day.</summary>
public class WorkingCalendarTests
{
    static readonly WorkingCalendar Shipped = Calendar(ShippedDays.Read());

    [Fact]
    public void Seven_working_days_from_a_Friday_end_on_the_Tuesday_of_the_week_after_next() =>
        Assert.Equal(Day("2026-07-21"), Shipped.AddWorkingDays(Day("2026-07-10"), 7).Due);

    [Fact]
    public void Ten_working_days_from_a_Friday_end_on_a_Friday() =>
        Assert.Equal(Day("2026-07-24"), Shipped.AddWorkingDays(Day("2026-07-10"), 10).Due);

    [Fact]
    public void Thirty_days_that_end_on_a_holiday_roll_over_the_holidays_and_the_weekend()
    {
        var counted = Shipped.AddDays(Day("2026-03-31"), 30);
        Assert.Equal(Day("2026-05-04"), counted.Due);
        Assert.Equal(["HOLIDAY", "HOLIDAY", "WEEKEND", "WEEKEND"], counted.Skipped.Select(day => day.Type));
        Assert.Equal([Day("2026-04-30"), Day("2026-05-01"), Day("2026-05-02"), Day("2026-05-03")], counted.Skipped.Select(day => day.Date));
    }

    [Theory]
    [InlineData("2026-09-01", "2026-09-03")]
    [InlineData("2026-09-03", "2026-09-04")]
    public void Thirty_days_to_the_National_Day_depend_on_the_adjacent_day_that_was_chosen(string adjacent, string due)
    {
        var calendar = Calendar([
            .. ShippedDays.Read().Where(day => day.Date != Day("2026-09-01")),
            new(Day(adjacent), DayType.Holiday, "Quốc khánh", "một thông báo", true),
        ]);
        Assert.Equal(Day(due), calendar.AddDays(Day("2026-08-03"), 30).Due);
    }

    [Fact]
    public void Received_after_hours_on_a_Friday_still_counts_from_that_Friday() =>
        Assert.Equal(Day("2026-07-13"), Shipped.AddWorkingDays(Day("2026-07-10"), 1).Due);

    [Fact]
    public void A_limit_runs_to_the_last_of_its_days_and_the_day_of_the_event_is_not_one_of_them()
    {
        Assert.Equal(Day("2026-07-10"), Shipped.AddWorkingDays(Day("2026-07-10"), 0).Due);
        Assert.Equal(Day("2026-07-14"), Shipped.AddDays(Day("2026-07-13"), 1).Due);
    }

    /// <summary>Giỗ Tổ is the tenth day of the third lunar month; a leap month stands after its own.</summary>
    [Fact]
    public void The_shipped_days_of_the_lunar_year_are_where_the_moon_puts_them()
    {
        var moon = new System.Globalization.ChineseLunisolarCalendar();
        var ancestors = ShippedDays.Read().Where(day => day.Name.StartsWith("Giỗ Tổ", StringComparison.Ordinal)).ToList();
        Assert.Equal([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026], ancestors.Select(day => day.Date.Year));
        foreach (var day in ancestors)
        {
            var date = day.Date.ToDateTime(TimeOnly.MinValue);
            var leap = moon.GetLeapMonth(moon.GetYear(date));
            var month = moon.GetMonth(date);
            Assert.Equal((3, 10), (leap > 0 && month >= leap ? month - 1 : month, moon.GetDayOfMonth(date)));
        }
        foreach (var tet in ShippedDays.Read().Where(day => day.Name == "Tết Âm lịch").GroupBy(day => day.Date.Year))
        {
            var newYear = DateOnly.FromDateTime(moon.ToDateTime(tet.Key, 1, 1, 0, 0, 0, 0));
            Assert.Contains(newYear, tet.Select(day => day.Date));
            Assert.Equal(5, tet.Count());
        }
    }

    [Fact]
    public void A_day_that_is_not_yet_law_does_not_count() => Assert.True(Shipped.IsWorking(Day("2026-11-24")));

    [Fact]
    public void A_swapped_Saturday_is_worked_and_the_Monday_it_pays_for_is_not()
    {
        Assert.True(Shipped.IsWorking(Day("2024-05-04")));
        Assert.False(Shipped.IsWorking(Day("2024-04-29")));
    }

    [Fact]
    public void A_count_over_Tet_explains_every_day_that_it_passes_over()
    {
        var counted = Shipped.AddWorkingDays(Day("2024-02-07"), 1);
        Assert.Equal(Day("2024-02-15"), counted.Due);
        Assert.Equal(7, counted.Skipped.Count);
        Assert.All(counted.Skipped, day => Assert.NotEmpty(day.Vi));
        Assert.All(
            counted.Skipped.Where(day => day.Type == "HOLIDAY"),
            day => Assert.Equal("Văn bản 8662/VPCP-KGVX ngày 03/11/2023", day.Decision)
        );
    }

    [Fact]
    public void A_month_that_has_no_such_day_ends_on_its_last() =>
        Assert.Equal(Day("2026-06-30"), Shipped.AddMonths(Day("2026-05-31"), 1).Due);

    [Fact]
    public void Without_a_calendar_the_plain_week_is_worked()
    {
        var plain = new WorkingCalendar([]);
        Assert.Equal(0, plain.Version);
        Assert.True(plain.IsWorking(Day("2026-04-30")));
        Assert.False(plain.IsWorking(Day("2026-05-03")));
    }

    [Fact]
    public void Working_days_between_two_dates_undo_the_count()
    {
        for (var from = Day("2024-01-01"); from < Day("2026-12-01"); from = from.AddDays(3))
        for (var limit = 1; limit < 40; limit += 7)
        {
            var due = Shipped.AddWorkingDays(from, limit).Due;
            Assert.True(Shipped.IsWorking(due));
            Assert.Equal(limit, Shipped.WorkingDaysBetween(from, due));
        }
    }

    [Fact]
    public void Every_shipped_day_that_counts_names_its_basis_and_no_date_stands_twice()
    {
        var days = ShippedDays.Read();
        Assert.All(days.Where(day => day.Enabled), day => Assert.NotNull(day.Decision));
        Assert.Equal(days.Count, days.Select(day => day.Date).Distinct().Count());
        Assert.Equal([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026], days.Select(day => day.Date.Year).Distinct().Order());
    }

    [Fact]
    public void Setting_days_that_already_stand_so_changes_nothing()
    {
        var calendar = new NationalCalendar { Id = NationalCalendar.TheId };
        Assert.NotNull(calendar.Set(ShippedDays.Read()));
        calendar.Version = 1;
        Assert.Null(calendar.Set(ShippedDays.Read()));
    }

    [Theory]
    [InlineData("2026-05-04", DayType.SwappedWork, "calendar.already-worked")]
    [InlineData("2026-05-03", DayType.SwappedOff, "calendar.already-off")]
    [InlineData("2026-05-03", DayType.Compensatory, "calendar.already-off")]
    public void A_swap_must_change_something(string date, DayType type, string code) =>
        Assert.Equal(code, SetDay.Refuse(new(Day(date), type, "x", "một quyết định", true))?.Code);

    [Fact]
    public void A_day_that_counts_needs_a_decision()
    {
        Assert.Equal("calendar.needs-a-decision", SetDay.Refuse(new(Day("2026-05-04"), DayType.Holiday, "x", null, true))?.Code);
        Assert.Null(SetDay.Refuse(new(Day("2026-05-04"), DayType.Holiday, "x", null, false)));
    }

    static WorkingCalendar Calendar(IReadOnlyList<DayDefinition> days) =>
        new(days.Select(day => new CalendarDay(day.Date, day.Type, day.Name, day.Decision, 1, day.Enabled)));

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
