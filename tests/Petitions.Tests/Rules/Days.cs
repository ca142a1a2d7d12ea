using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions.Tests.Rules;

static class Days
{
    /// <summary>Days off of 2026 as the tests suppose them: the adjacent day of National Day is 1 September.</summary>
    public static readonly WorkingCalendar Calendar = new([
        Off("2026-01-01", "Tết Dương lịch"),
        Off("2026-02-16", "Tết Nguyên đán"),
        Off("2026-02-17", "Tết Nguyên đán"),
        Off("2026-02-18", "Tết Nguyên đán"),
        Off("2026-02-19", "Tết Nguyên đán"),
        Off("2026-02-20", "Tết Nguyên đán"),
        Off("2026-04-27", "Giỗ Tổ Hùng Vương (nghỉ bù)", DayType.Compensatory),
        Off("2026-04-30", "Ngày Chiến thắng"),
        Off("2026-05-01", "Ngày Quốc tế lao động"),
        Off("2026-09-01", "Quốc khánh"),
        Off("2026-09-02", "Quốc khánh"),
    ]);

    public static readonly RuleTable Table = RuleTable.Load();

    public static readonly DeadlineEngine Engine = new(Table, Calendar);

    public static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static CalendarDay Off(string iso, string name, DayType type = DayType.Holiday) => new(Date(iso), type, name, null, 1, true);
}
