using DanVan.Conferences.Contracts.V1;

namespace DanVan.Conferences.Tasks;

/// <summary>The unit in charge takes the task on.</summary>
public static class AcceptTask
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/{id:guid}/acceptance", Handle).RequireScope(Scopes.Write).WithSummary("Nhận nhiệm vụ / Accept a task");

    static async Task<Results<Ok<TaskView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        ConferencesDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.Tasks.KnownTo(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } task)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(task.Version) is { } stale)
            return stale;
        if (task.Accept() is { } refused)
            return refused.ToProblem();
        db.Announce(task, new TaskAccepted(task.Id, task.ConferenceId, task.UnitId));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task));
    }
}
