using DanVan.Conferences.Contracts.V1;

namespace DanVan.Conferences.Tasks;

/// <summary>The assigning unit confirms that a reported task is done.</summary>
public static class ConfirmTask
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/confirmation", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Xác nhận nhiệm vụ đã hoàn thành / Confirm that a reported task is done");

    static async Task<Results<Ok<TaskView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        ConferencesDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Tasks.KnownTo(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } task)
            return TypedResults.NotFound();
        if (!task.IsAssignedBy(caller, tree, clock.Today()))
            return TaskRejections.OnlyAssigner.ToProblem();
        if (ifMatch.Refuses(task.Version) is { } stale)
            return stale;
        if (task.Confirm() is { } refused)
            return refused.ToProblem();
        db.Announce(task, new TaskDone(task.Id, task.ConferenceId, task.UnitId, task.Reports[^1].On, clock.Today(), task.WasOnTime));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task));
    }
}
