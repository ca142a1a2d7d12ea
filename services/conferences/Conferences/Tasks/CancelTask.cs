using DanVan.Conferences.Contracts.V1;

namespace DanVan.Conferences.Tasks;

/// <summary>The assigning unit takes a task back.</summary>
public static class CancelTask
{
    /// <summary>A cancellation.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Request([Text(1000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/cancellation", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Hủy nhiệm vụ / Take a task back")
            .WithExample(new Request("Đã giao trong kế hoạch khác"));

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
        if (task.Cancel(request.Reason) is { } refused)
            return refused.ToProblem();
        db.Announce(task, new TaskCancelled(task.Id, task.ConferenceId, task.UnitId));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task));
    }
}
