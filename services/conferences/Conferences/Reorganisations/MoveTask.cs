using DanVan.Conferences.Tasks;

namespace DanVan.Conferences.Reorganisations;

/// <summary>
/// A person decides which unit takes the place of one that has ended, in charge of an open task and as the unit that assigned it. Who takes the place of
/// the assigning unit is for whoever acts for that unit: the unit in charge does not choose who confirms its work.
/// </summary>
public static class MoveTask
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/unit", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Quyết định đơn vị thay đơn vị đã kết thúc trong nhiệm vụ chưa xong / Decide who takes the place of a unit that has ended, in an open task"
            )
            .WithDescription(
                "Thay cả với tư cách đơn vị chủ trì và đơn vị giao; thời hạn giữ nguyên. / In charge and as the assigning unit; what is due stays due. "
                    + "`GET /api/v1/tasks?ofEndedUnits=true` lists those that wait for a decision."
            )
            .WithExample(Replacement.Example);

    static async Task<Results<Ok<TaskView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Replacement request,
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
        var today = clock.Today();
        if (request.FromUnitId == task.AssignedByUnitId && !task.IsAssignedBy(caller, tree, today))
            return TaskRejections.OnlyAssigner.ToProblem();
        if (ifMatch.Refuses(task.Version) is { } stale)
            return stale;
        if (!task.IsOpen)
            return TaskRejections.Ended.ToProblem();
        if (request.Refuses(task.Concerns, tree, caller, today) is { } refused)
            return refused.ToProblem();
        db.Announce(task, task.Move(request.FromUnitId, request.ToUnitId, today));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task));
    }
}
