using DanVan.Conferences.Reorganisations;

namespace DanVan.Conferences.Tasks;

/// <summary>Reads tasks.</summary>
public static class ListTasks
{
    /// <summary>Which tasks: everything given must hold.</summary>
    /// <param name="Conference">Tasks of this conference.</param>
    /// <param name="Unit">Tasks that this unit is in charge of.</param>
    /// <param name="State">State.</param>
    /// <param name="Overdue">True: open, not reported, and the last day has passed. False: all others.</param>
    /// <param name="OfEndedUnits">True: open, and the unit in charge or the assigning unit has ended; a person decides who takes its place.</param>
    public sealed record Filter(Guid? Conference, Guid? Unit, TaskState? State, bool? Overdue, bool? OfEndedUnits);

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/", List)
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Danh sách nhiệm vụ theo hội nghị, đơn vị chủ trì, trạng thái, quá hạn / List tasks, by conference, unit in charge, state or overdue"
            );
        group
            .MapGet("/{id:guid}", Get)
            .RequireScope(Scopes.Read)
            .WithSummary("Một nhiệm vụ và các báo cáo thực hiện / Read a task with its reports");
    }

    static async Task<Ok<Page<TaskView>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ConferencesDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var tasks = db.Tasks.KnownTo(caller, db);
        if (filter.Conference is { } conference)
            tasks = tasks.Where(x => x.ConferenceId == conference);
        if (filter.Unit is { } unit)
            tasks = tasks.Where(x => x.LeadUnitId == unit);
        if (filter.State is { } state)
            tasks = tasks.Where(x => x.State == state);
        if (filter.Overdue is { } overdue)
        {
            TaskState[] waiting = [TaskState.Assigned, TaskState.Accepted, TaskState.InProgress, TaskState.Extended];
            var today = clock.Today();
            tasks = tasks.Where(x => (x.LastDay != null && x.LastDay < today && waiting.Contains(x.State)) == overdue);
        }
        if (filter.OfEndedUnits is true)
        {
            var ended = db.EndedUnits(clock.Today());
            tasks = tasks.Open().Where(x => ended.Contains(x.UnitId) || ended.Contains(x.AssignedByUnitId));
        }
        return TypedResults.Ok(await tasks.ToPage(page, x => x.Id, TaskView.Of, ct));
    }

    static async Task<Results<Ok<TaskView>, NotFound>> Get(Guid id, ConferencesDb db, Caller caller, CancellationToken ct) =>
        await db.Tasks.AsNoTracking().KnownTo(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is { } task
            ? TypedResults.Ok(TaskView.Of(task))
            : TypedResults.NotFound();
}
