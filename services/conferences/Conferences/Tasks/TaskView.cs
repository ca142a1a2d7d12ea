namespace DanVan.Conferences.Tasks;

/// <summary>A task. Whether it is overdue follows from <paramref name="LastDay"/>: it is while it is open, not reported, and that day has passed.</summary>
public sealed record TaskView(
    Guid Id,
    int Version,
    Guid ConferenceId,
    int Item,
    string Content,
    Guid AssignedByUnitId,
    Guid? LeadUnitId,
    string? AddresseeClass,
    string? ProductExpected,
    DateOnly AssignedOn,
    DateOnly? DueOn,
    string? DuePeriod,
    DateOnly? LastDay,
    bool Continuous,
    TaskState State,
    IReadOnlyList<TaskReport> Reports,
    string? Reason
) : IVersionedView
{
    public static TaskView Of(ConclusionTask x) =>
        new(
            x.Id,
            x.Version,
            x.ConferenceId,
            x.Item,
            x.Content,
            x.AssignedByUnitId,
            x.LeadUnitId,
            x.AddresseeClass,
            x.ProductExpected,
            x.AssignedOn,
            x.DueOn,
            x.DuePeriod,
            x.LastDay,
            x.Continuous,
            x.State,
            x.Reports,
            x.Reason
        );
}
