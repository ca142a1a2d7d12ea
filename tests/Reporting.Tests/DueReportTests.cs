using System.Globalization;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reminders;
using DanVan.Reporting.Requests;

namespace DanVan.Reporting.Tests;

/// <summary>What units are reminded of on which day: communes send by the 17th, provinces by the 20th.</summary>
public class DueReportTests
{
    static readonly RegimeCatalogue Regimes = RegimeCatalogue.Shipped();

    [Theory]
    [InlineData("2026-03-13", "")]
    [InlineData("2026-03-14", "DueSoon 14-17")]
    [InlineData("2026-03-17", "DueSoon 17-20")]
    [InlineData("2026-03-18", "DueSoon 18-21, Overdue 11-17")]
    [InlineData("2026-03-20", "DueSoon 20-23, Overdue 13-19")]
    [InlineData("2026-03-21", "Overdue 14-20")]
    [InlineData("2026-03-27", "Overdue 20-26")]
    [InlineData("2026-03-28", "")]
    public void A_quarter_is_looked_at_from_some_days_before_its_first_sending_day_to_some_days_after_its_last(
        string today,
        string looks
    ) =>
        Assert.Equal(
            looks,
            string.Join(
                ", ",
                On(today, new())
                    .Where(due => due.Period is { Kind: PeriodKind.Quarter, Year: 2026, Index: 1 })
                    .Select(due => $"{due.What} {due.First.Day}-{due.Last.Day}")
            )
        );

    [Fact]
    public void A_new_installation_tells_nothing_of_what_was_owed_long_ago() => Assert.Empty(On("2026-05-15", new()));

    [Fact]
    public void A_regime_that_names_no_day_reminds_nobody() =>
        Assert.DoesNotContain(On("2026-06-15", new() { DaysBefore = 366, DaysAfter = 366 }), due => due.Form == "DANVAN");

    [Theory]
    [InlineData("2026-12-31", "Overdue", 2026)]
    [InlineData("2027-01-31", "Overdue", 2026)]
    [InlineData("2026-12-31", "DueSoon", 2027)]
    public void The_turn_of_a_year_hides_nothing(string today, string what, int year) =>
        Assert.Contains(
            On(today, new() { DaysBefore = 366, DaysAfter = 60 }),
            due => due.What.ToString() == what && due.Period.Kind is PeriodKind.Year && due.Period.Year == year
        );

    [Theory]
    [InlineData("2026-07-06", "")]
    [InlineData("2026-07-07", "DueSoon")]
    [InlineData("2026-07-10", "DueSoon")]
    [InlineData("2026-07-11", "Overdue")]
    [InlineData("2026-07-17", "Overdue")]
    [InlineData("2026-07-18", "")]
    public void A_request_is_looked_at_around_the_day_that_it_names(string today, string what) =>
        Assert.Equal(
            what,
            string.Join(", ", DueReport.On(DateOnly.Parse(today, CultureInfo.InvariantCulture), new(), [Request]).Select(due => due.What))
        );

    static ReportRequest Request =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Form = "DANVAN",
            Purpose = RequestPurpose.Sudden,
            Title = "Chuyên đề",
            Kinds = ["COMMUNE"],
            Units = [],
            PeriodYear = 2026,
            PeriodFrom = new(2026, 1, 1),
            PeriodTo = new(2026, 6, 30),
            SendBy = new(2026, 7, 10),
            AskedBy = "vp",
            AskedAt = TimeProvider.System.GetUtcNow(),
        };

    static IEnumerable<DueReport> On(string today, ReminderOptions options) =>
        DueReport.On(DateOnly.Parse(today, CultureInfo.InvariantCulture), options, DutyCatalogue.Load(), Regimes);
}
