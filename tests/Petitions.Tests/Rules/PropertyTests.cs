using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What holds of every time limit, whatever the calendar, the rule and the day. The cases are drawn by chance from a fixed seed.</summary>
public sealed class PropertyTests
{
    static readonly PetitionKind[] Kinds = [PetitionKind.KhieuNai, PetitionKind.ToCao];
    readonly Random chance = new(2026_07_01);

    [Fact]
    public void No_limit_falls_due_on_a_day_off_unless_it_is_counted_back()
    {
        foreach (var turn in Enumerable.Range(0, 2_000))
        {
            var calendar = AnyCalendar();
            var (rule, start) = (Any(Table.Rules), AnyDay());
            var pauses = chance.Next(2) == 0 ? [] : new Pause[] { new(start.AddDays(1), start.AddDays(1 + chance.Next(40))) };

            if (new DeadlineEngine(Table, calendar).Count(rule.Id, start, pauses: rule.Before ? [] : pauses) is not { } limit)
                continue;

            Assert.True(rule.Before || calendar.IsWorking(limit.Due), $"{rule.Id} from {start} falls due on {limit.Due}.");
            Assert.True(rule.Before ? limit.Due < start : limit.Due > start && limit.Statutory <= limit.Due, $"{rule.Id} from {start}");
        }
    }

    [Fact]
    public void Suspended_and_resumed_on_one_day_nothing_is_changed()
    {
        foreach (var turn in Enumerable.Range(0, 500))
        {
            var engine = new DeadlineEngine(Table, AnyCalendar());
            var petition = AcceptedBy(engine, Any(Kinds), Date("2026-07-01").AddDays(chance.Next(60)));
            var (before, day) = (petition.Clock!, petition.AcceptedOn!.Value.AddDays(chance.Next(40)));

            Assert.Null(petition.Suspend(day, "1", engine, Today, out _));
            Assert.Null(petition.Resume(day, "2", engine, Today));

            Assert.Equal(
                (before.Rule, before.Start, before.Count, before.Statutory, before.Due),
                (petition.Clock!.Rule, petition.Clock.Start, petition.Clock.Count, petition.Clock.Statutory, petition.Clock.Due)
            );
        }
    }

    [Fact]
    public void Counted_forward_and_back_a_number_of_working_days_returns()
    {
        foreach (var turn in Enumerable.Range(0, 2_000))
        {
            var calendar = AnyCalendar();
            var (start, days) = (AnyDay(), 1 + chance.Next(60));

            var due = calendar.AddWorkingDays(start, days).Due;

            Assert.Equal(days, calendar.WorkingDaysBetween(start, due));
            var last = start;
            while (!calendar.IsWorking(last))
                last = last.AddDays(-1);
            Assert.Equal(last, calendar.SubtractWorkingDays(due, days).Due);
        }
    }

    [Fact]
    public void Days_that_are_suspended_are_added_day_by_day()
    {
        foreach (var turn in Enumerable.Range(0, 500))
        {
            var engine = new DeadlineEngine(Table, AnyCalendar());
            var petition = AcceptedBy(engine, Any(Kinds), Date("2026-07-01").AddDays(chance.Next(30)));
            var (limit, from, days) = (petition.Clock!, petition.AcceptedOn!.Value.AddDays(chance.Next(30)), chance.Next(40));

            Assert.Null(petition.Suspend(from, "1", engine, Today, out _));
            Assert.Null(petition.Resume(from.AddDays(days), "2", engine, Today));

            Assert.Equal(limit.Statutory.AddDays(days), petition.Clock!.Statutory);
        }
    }

    [Fact]
    public void A_recount_touches_nothing_that_is_closed_and_is_done_once()
    {
        foreach (var turn in Enumerable.Range(0, 500))
        {
            var engine = new DeadlineEngine(Table, AnyCalendar());
            var petition = AcceptedBy(engine, Any(Kinds), Date("2026-07-01").AddDays(chance.Next(60)));
            if (chance.Next(2) == 0)
                Assert.Null(
                    petition.Resolve(Outcome.Dung, petition.AcceptedOn!.Value.AddDays(chance.Next(40)), "1", Committee, engine, Today)
                );
            var closed = petition.Deadlines.Where(d => !d.IsOpen).Select(All).ToList();
            var (state, open) = (petition.State, petition.Deadlines.Count(d => d.IsOpen));
            var other = new DeadlineEngine(Table, AnyCalendar());

            var moved = petition.Recount(other);

            Assert.Equal(closed, petition.Deadlines.Where(d => !d.IsOpen && moved.All(m => m.Before != d)).Select(All));
            Assert.Equal((state, open), (petition.State, petition.Deadlines.Count(d => d.IsOpen)));
            Assert.All(moved, one => Assert.True(one.Before is { Superseded: true, MetOn: null } && one.Before.Due != one.After.Due));
            Assert.Empty(petition.Recount(other));
        }

        static object All(Deadline d) => (d.Id, d.Rule, d.Start, d.Count, d.Statutory, d.Due, d.MetOn, d.Superseded, d.CalendarVersion);
    }

    static Petition AcceptedBy(DeadlineEngine engine, PetitionKind kind, DateOnly on)
    {
        var petition = New(kind, receivedOn: $"{on:yyyy-MM-dd}");
        Assert.Null(petition.Register(Committee, engine, Today));
        Assert.Null(petition.Accept(on, "1", Committee, engine, Today));
        return petition;
    }

    DateOnly AnyDay() => Date("2026-01-01").AddDays(chance.Next(365));

    T Any<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    /// <summary>Holidays and working weekend days by chance, also in rows.</summary>
    WorkingCalendar AnyCalendar()
    {
        var days = new Dictionary<DateOnly, CalendarDay>();
        for (var i = chance.Next(20); i > 0; i--)
        {
            var (first, length) = (AnyDay(), 1 + chance.Next(7));
            for (var day = first; day < first.AddDays(length); day = day.AddDays(1))
                days[day] = new(day, chance.Next(4) == 0 ? DayType.SwappedWork : DayType.Holiday, "Nghỉ thử", null, 1, true);
        }
        return new(days.Values);
    }
}
