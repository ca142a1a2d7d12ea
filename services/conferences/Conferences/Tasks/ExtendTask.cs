using DanVan.Conferences.Contracts.V1;

namespace DanVan.Conferences.Tasks;

/// <summary>The assigning unit gives a task more time.</summary>
public static class ExtendTask
{
    /// <summary>An extension.</summary>
    /// <param name="DueOn">The new due date, later than the present one.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(DateOnly DueOn, [Text(1000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/extensions", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Gia hạn nhiệm vụ / Give a task more time")
            .WithExample(new Request(new DateOnly(2026, 12, 31), "Do ảnh hưởng của bão"));

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
        if (task.Extend(request.DueOn, request.Reason) is { } refused)
            return refused.ToProblem();
        db.Announce(task, new TaskExtended(task.Id, task.ConferenceId, task.UnitId, request.DueOn));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task));
    }
}
