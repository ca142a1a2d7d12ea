using DanVan.Conferences.Tasks;
using static DanVan.Conferences.Tests.Rules.Entries;

namespace DanVan.Conferences.Tests.Rules;

public sealed class ConclusionTaskTests
{
    static readonly TaskEntry Plain = new(null, "Nắm tình hình Nhân dân", Guid.CreateVersion7(), null, null, Today, null);

    [Fact]
    public void A_task_is_accepted_reported_and_confirmed_by_turns()
    {
        var task = Task(Plain);

        Assert.Null(task.Accept());
        Assert.Null(task.Report("đã xong", Today));
        Assert.Null(task.Confirm());

        Assert.Equal((TaskState.ConfirmedDone, true), (task.State, task.WasOnTime));
        Assert.Equal("conferences.task-ended", task.Report("nữa", Today)?.Code);
        Assert.Equal("conferences.task-ended", task.Cancel("thôi")?.Code);
    }

    [Fact]
    public void A_task_without_a_report_is_not_confirmed() => Assert.Equal("conferences.task-state", Task(Plain).Confirm()?.Code);

    [Fact]
    public void A_late_report_is_late_whenever_it_is_confirmed()
    {
        var task = Task(Plain);
        Assert.Null(task.Report("đã xong", Today.AddDays(1)));
        Assert.Null(task.Confirm());

        Assert.False(task.WasOnTime);
    }

    [Fact]
    public void A_returned_task_is_reported_again()
    {
        var task = Task(Plain);
        Assert.Null(task.Report("đã xong", Today));
        Assert.Equal("conferences.task-already-reported", task.Report("đã xong", Today)?.Code);
        Assert.Null(task.Return("thiếu số liệu"));
        Assert.Null(task.Report("đã bổ sung", Today));

        Assert.Equal(2, task.Reports.Count);
    }

    [Fact]
    public void A_standing_task_is_reported_each_period_and_never_done()
    {
        var task = Task(Plain with { DueOn = null, Continuous = true });
        Assert.Null(task.Report("quý I", Today));
        Assert.Null(task.Report("quý II", Today.AddMonths(3)));

        Assert.Equal("conferences.task-standing", task.Confirm()?.Code);
        Assert.Null(task.LastDay);
        Assert.Null(task.WasOnTime);
    }

    [Fact]
    public void An_extension_is_later_than_the_last_day()
    {
        var task = Task(Plain with { DueOn = null, DuePeriod = "2026-Q3" });

        Assert.Equal("conferences.task-not-later", task.Extend(new(2026, 9, 30), "lý do")?.Code);
        Assert.Null(task.Extend(new(2026, 10, 15), "lý do"));
        Assert.Equal((new DateOnly(2026, 10, 15), null, TaskState.Extended), (task.LastDay!.Value, task.DuePeriod, task.State));
    }

    [Fact]
    public void A_task_without_a_time_has_nothing_to_extend() =>
        Assert.Equal("conferences.task-no-due-date", Task(Plain with { DueOn = null }).Extend(Today, "lý do")?.Code);

    [Fact]
    public void A_task_has_one_addressee()
    {
        Assert.Null(Plain.Check("task"));
        Assert.Null((Plain with { LeadUnitId = null, AddresseeClass = "Ban Dân vận các huyện ủy" }).Check("task"));
        Assert.Equal("conferences.task-addressee", (Plain with { LeadUnitId = null }).Check("task")?.Code);
        Assert.Equal("conferences.task-addressee", (Plain with { AddresseeClass = "các sở" }).Check("task")?.Code);
    }

    [Fact]
    public void A_task_has_one_time_at_most()
    {
        Assert.Null((Plain with { DueOn = null }).Check("task"));
        Assert.Equal("conferences.task-time", (Plain with { Continuous = true }).Check("task")?.Code);
        Assert.Equal("conferences.task-time", (Plain with { DuePeriod = "2026" }).Check("task")?.Code);
    }

    [Fact]
    public void A_class_of_units_leaves_the_task_in_the_book_of_who_assigned_it()
    {
        var task = Task(Plain with { LeadUnitId = null, AddresseeClass = "Ban Dân vận các huyện ủy" });

        Assert.Equal(Organiser, task.UnitId);
    }

    static ConclusionTask Task(TaskEntry entry) => ConclusionTask.Assign(entry, Guid.CreateVersion7(), 1, Organiser, Today);
}
