using DanVan.Conferences.Contracts.V1;

namespace DanVan.Conferences.Tasks;

/// <summary>The unit in charge reports on the task.</summary>
public static class ReportTask
{
    /// <summary>A report.</summary>
    /// <param name="Text">What was done.</param>
    public sealed record Request([Text(4000)] string Text);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/reports", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Báo cáo thực hiện nhiệm vụ; nhiệm vụ thường xuyên báo cáo từng kỳ / Report on a task; a standing task is reported each period"
            )
            .WithExample(new Request("Đã ban hành kế hoạch và triển khai tại 12 xã."));

    static async Task<Results<Ok<TaskView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ConferencesDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Tasks.KnownTo(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } task)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(task.Version) is { } stale)
            return stale;
        if (task.Report(request.Text, clock.Today()) is { } refused)
            return refused.ToProblem();
        db.Announce(task, new TaskReported(task.Id, task.ConferenceId, task.UnitId, clock.Today()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task));
    }
}
