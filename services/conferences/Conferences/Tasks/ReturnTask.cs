using DanVan.Conferences.Contracts.V1;

namespace DanVan.Conferences.Tasks;

/// <summary>The assigning unit does not take the report as done: the task goes on.</summary>
public static class ReturnTask
{
    /// <summary>A return.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record Request([Text(1000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/return", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Trả lại nhiệm vụ chưa đạt / Return a reported task that is not done")
            .WithExample(new Request("Chưa nêu kết quả ở các xã."));

    static async Task<Results<Ok<TaskView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
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
        if (task.Return(request.Reason) is { } refused)
            return refused.ToProblem();
        db.Announce(task, new TaskReturned(task.Id, task.ConferenceId, task.UnitId));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task));
    }
}
