using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Tasks;

static class TaskQueries
{
    /// <summary>The tasks of the caller's units, and those of conferences that the caller may see.</summary>
    public static IQueryable<ConclusionTask> KnownTo(this IQueryable<ConclusionTask> tasks, Caller caller, ConferencesDb db)
    {
        var own = db.Tasks.Visible(caller, db).Select(x => x.Id);
        var conferences = db.Conferences.Visible(caller, db).Select(x => x.Id);
        return tasks.Where(x => own.Contains(x.Id) || conferences.Contains(x.ConferenceId));
    }

    /// <summary>Opens the tasks of items of the conclusions, the first of which has the number <paramref name="firstItem"/>.</summary>
    public static void AssignTasks(
        this ConferencesDb db,
        Conference conference,
        IReadOnlyList<ConclusionEntry> items,
        int firstItem,
        DateOnly on
    )
    {
        foreach (var (index, item) in items.Index())
        foreach (var entry in item.Tasks ?? [])
        {
            var task = ConclusionTask.Assign(entry, conference.Id, firstItem + index, conference.UnitId, on);
            db.Add(task);
            db.Announce(
                task,
                new TaskAssigned(
                    task.Id,
                    task.ConferenceId,
                    task.Item,
                    task.AssignedByUnitId,
                    task.LeadUnitId,
                    task.AddresseeClass,
                    task.AssignedOn,
                    task.DueOn,
                    task.DuePeriod,
                    task.Continuous
                )
            );
        }
    }

    /// <summary>Whether the caller acts for the unit that assigned the task.</summary>
    public static bool IsAssignedBy(this ConclusionTask task, Caller caller, UnitTree tree, DateOnly today) =>
        caller.Sees(task.AssignedByUnitId, tree.LastDay(task.AssignedByUnitId) ?? today, tree);
}
