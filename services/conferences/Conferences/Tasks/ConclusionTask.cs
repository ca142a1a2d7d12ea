using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Tasks;

/// <summary>Where a task stands. Overdue is no state: it follows from the due date and today.</summary>
public enum TaskState
{
    Assigned,
    Accepted,
    InProgress,
    Reported,
    ConfirmedDone,
    Extended,
    Cancelled,
}

/// <summary>A report on a task.</summary>
public sealed record TaskReport(DateOnly On, string Text);

/// <summary>A task that follows from a conclusion: for one unit in charge, or for a class of units as worded by the conference.</summary>
public sealed class ConclusionTask : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit in charge, or the assigning unit where a class is addressed: who sees the task.</summary>
    public required Guid UnitId { get; set; }
    Guid? ISubject.UnitId => UnitId;

    public required Guid ConferenceId { get; init; }
    public required int Item { get; init; }
    public required Guid AssignedByUnitId { get; set; }
    public required Guid? LeadUnitId { get; set; }
    public required string? AddresseeClass { get; init; }
    public required string Content { get; init; }
    public required string? ProductExpected { get; init; }
    public required DateOnly AssignedOn { get; init; }
    public DateOnly? DueOn { get; private set; }
    public string? DuePeriod { get; private set; }

    /// <summary>The last day in time: the due date, or the last day of the due period; null where no time was set.</summary>
    public DateOnly? LastDay { get; private set; }
    public required bool Continuous { get; init; }
    public TaskState State { get; private set; }
    public IReadOnlyList<TaskReport> Reports { get; private set; } = [];

    /// <summary>Why it was last returned, extended or cancelled.</summary>
    public string? Reason { get; private set; }

    public static ConclusionTask Assign(TaskEntry entry, Guid conferenceId, int item, Guid assignedBy, DateOnly on) =>
        new()
        {
            Id = entry.Id ?? Guid.CreateVersion7(),
            UnitId = entry.LeadUnitId ?? assignedBy,
            ConferenceId = conferenceId,
            Item = item,
            AssignedByUnitId = assignedBy,
            LeadUnitId = entry.LeadUnitId,
            AddresseeClass = entry.AddresseeClass,
            Content = entry.Content,
            ProductExpected = entry.ProductExpected,
            AssignedOn = on,
            DueOn = entry.DueOn,
            DuePeriod = entry.DuePeriod,
            LastDay = entry.DueOn ?? (entry.DuePeriod is { } period ? Period.LastDay(period) : null),
            Continuous = entry.Continuous,
        };

    public bool IsOpen => State is not (TaskState.ConfirmedDone or TaskState.Cancelled);

    public Rejection? Accept()
    {
        if (State is not TaskState.Assigned)
            return TaskRejections.NotInState(State, TaskState.Assigned);
        State = TaskState.Accepted;
        return null;
    }

    /// <summary>A standing task may be reported each period, any other again after it was returned.</summary>
    public Rejection? Report(string text, DateOnly today)
    {
        if (!IsOpen)
            return TaskRejections.Ended;
        if (State is TaskState.Reported && !Continuous)
            return TaskRejections.AlreadyReported;
        Reports = [.. Reports, new TaskReport(today, text)];
        State = TaskState.Reported;
        return null;
    }

    public Rejection? Confirm()
    {
        if (Continuous)
            return TaskRejections.Standing;
        if (State is not TaskState.Reported)
            return TaskRejections.NotInState(State, TaskState.Reported);
        State = TaskState.ConfirmedDone;
        return null;
    }

    public Rejection? Return(string reason)
    {
        if (State is not TaskState.Reported)
            return TaskRejections.NotInState(State, TaskState.Reported);
        (State, Reason) = (TaskState.InProgress, reason);
        return null;
    }

    public Rejection? Extend(DateOnly dueOn, string reason)
    {
        if (!IsOpen)
            return TaskRejections.Ended;
        if (LastDay is not { } lastDay)
            return TaskRejections.NoDueDate;
        if (dueOn <= lastDay)
            return TaskRejections.NotLater(lastDay);
        (DueOn, DuePeriod, LastDay, State, Reason) = (dueOn, null, dueOn, TaskState.Extended, reason);
        return null;
    }

    public Rejection? Cancel(string reason)
    {
        if (!IsOpen)
            return TaskRejections.Ended;
        (State, Reason) = (TaskState.Cancelled, reason);
        return null;
    }

    /// <summary>
    /// Puts the heirs of units that ended in their place; when it is due does not change. Null when it concerns none of them, false when one of them has no
    /// one heir.
    /// </summary>
    public bool? MoveFrom(Heirs heirs)
    {
        Guid[] ended = [.. new[] { UnitId, AssignedByUnitId }.Where(heirs.Concern)];
        if (ended.Length == 0)
            return null;
        PutInPlace(unit => heirs.Concern(unit) ? heirs.Of(unit) ?? unit : unit);
        return ended.All(unit => heirs.Of(unit) is not null);
    }

    /// <summary>Whether the unit is in charge of it, or assigned it.</summary>
    public bool Concerns(Guid unit) => unit == UnitId || unit == AssignedByUnitId;

    /// <summary>Puts a unit in the place of one that ended; when it is due does not change.</summary>
    public TaskMoved Move(Guid from, Guid to, DateOnly on)
    {
        PutInPlace(unit => unit == from ? to : unit);
        return Moved(on, reorganisation: null);
    }

    /// <summary>The event that it is with other units.</summary>
    public TaskMoved Moved(DateOnly on, Guid? reorganisation) =>
        new(Id, ConferenceId, UnitId, LeadUnitId, AssignedByUnitId, on, reorganisation, DueOn);

    void PutInPlace(Func<Guid, Guid> heir)
    {
        LeadUnitId = LeadUnitId is { } lead ? heir(lead) : null;
        (UnitId, AssignedByUnitId) = (heir(UnitId), heir(AssignedByUnitId));
    }

    /// <summary>Whether the report that was confirmed came in time; null where no date was due.</summary>
    public bool? WasOnTime => Reports.Count == 0 || LastDay is not { } lastDay ? null : Reports[^1].On <= lastDay;
}
