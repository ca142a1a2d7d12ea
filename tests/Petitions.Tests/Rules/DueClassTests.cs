using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using static DanVan.Petitions.Tests.Rules.Days;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>When a petition is due soon, overdue and very overdue: in working days, by the calendar.</summary>
public sealed class DueClassTests
{
    // Monday 9 November 2026; Tuesday the 10th is off.
    static readonly DateOnly today = Date("2026-11-09");
    static readonly WorkingCalendar calendar = new([new(Date("2026-11-10"), DayType.Holiday, "Nghỉ thử", null, 1, true)]);
    static readonly DueBounds bounds = DueBounds.On(today, calendar, new DueOptions());

    [Theory]
    [InlineData("2026-11-16", null)]
    [InlineData("2026-11-13", DueClass.Soon)] // Wednesday, Thursday, Friday
    [InlineData("2026-11-09", DueClass.Soon)]
    [InlineData("2026-11-08", DueClass.Overdue)]
    [InlineData("2026-10-26", DueClass.Overdue)] // Ten working days up to today.
    [InlineData("2026-10-25", DueClass.VeryOverdue)]
    [InlineData("2025-01-01", DueClass.VeryOverdue)]
    public void The_class_follows_from_working_days(string dueOn, DueClass? expected) => Assert.Equal(expected, bounds.Of(Date(dueOn)));

    [Fact]
    public void Nothing_is_due_while_nothing_runs() => Assert.Null(bounds.Of(null));

    [Fact]
    public void Classes_follow_each_other_without_gap_for_any_day_and_thresholds()
    {
        for (var (soon, very) = (0, 0); soon < 12; soon++, very += 2)
        for (var i = 0; i < 14; i++)
        {
            var on = today.AddDays(i);
            var some = DueBounds.On(on, calendar, new DueOptions { SoonWithin = soon, VeryOverdueAfter = very });
            for (var day = on.AddDays(-60); day < on.AddDays(60); day = day.AddDays(1))
            {
                var over = calendar.WorkingDaysBetween(day, on);
                DueClass? expected =
                    day < on ? (over > very ? DueClass.VeryOverdue : DueClass.Overdue)
                    : day <= calendar.AddWorkingDays(on, soon).Due ? DueClass.Soon
                    : null;
                Assert.Equal(expected, some.Of(day));
                foreach (var one in Enum.GetValues<DueClass>())
                    Assert.Equal(one == expected, some.Of(one) is var (from, to) && from <= day && day <= to);
            }
        }
    }

    [Fact]
    public void A_delay_is_told_once_for_each_class_and_again_after_it_was_in_time()
    {
        var petition = SamplePetitions.Received(PetitionKind.KhieuNai);

        Assert.Equal(
            [false, true, false, true, false, false, true, false, false, true],
            new DueClass?[]
            {
                DueClass.Soon,
                DueClass.Overdue,
                DueClass.Overdue,
                DueClass.VeryOverdue,
                DueClass.VeryOverdue,
                DueClass.Overdue, // A recount brought it back, and it is late all the same.
                DueClass.VeryOverdue,
                null,
                DueClass.Soon,
                DueClass.VeryOverdue,
            }.Select(petition.Escalate)
        );
    }
}
