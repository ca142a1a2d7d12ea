using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>A person tells which unit came out of an ended one, where no file told.</summary>
public static class DecideSuccessor
{
    /// <param name="SuccessorId">The unit that came out of it.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request(Guid SuccessorId, [Text(500)] string LegalBasis);

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/successors", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Record a successor of a unit that has ended")
            .WithExample(new Request(CreateUnit.Example.Id!.Value, "Nghị quyết ví dụ số 07/NQ-VD"));

    static async Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        await using var change = await db.BeginChange(ct);
        if (await db.LastDay(id, ct) is not { } lastDay || !await db.Reaches(caller, id, lastDay, ct))
            return TypedResults.NotFound();
        if (!await db.Exists(request.SuccessorId, ct))
            return UnitRejections.OutOfReach("successorId").ToProblem();
        Guid[] named = [id, request.SuccessorId];
        if (await db.CarryOut(named, [], [], lastDay, registry => Apply(registry, id, request), ct) is { } refused)
            return refused.ToProblem();
        await change.Commit(ct);
        return TypedResults.Ok(await db.UnitsAsOf(lastDay.AddDays(1)).SingleAsync(unit => unit.Id == request.SuccessorId, ct));
    }

    internal static Rejection? Apply(UnitRegistry registry, Guid id, Request request)
    {
        if (registry.Edit(id) is not { } ended || registry.Edit(request.SuccessorId) is not { } successor)
            return UnitRejections.NoSuchUnit(id);
        if (ended.Ends is not { } end)
            return UnitRejections.StillExists;
        if (ended.Id == successor.Id || successor.On(end) is null)
            return UnitRejections.NotASuccessor;
        if (successor.Predecessors.Exists(known => known.UnitId == ended.Id))
            return null;
        successor.Predecessors.Add(new(ended.Id, end, request.LegalBasis));
        registry.Changed(successor, UnitChange.Succession, end, request.LegalBasis);
        if (ended.Ending is null)
        {
            ended.WentUpInAnother(request.LegalBasis);
            registry.Changed(ended, UnitChange.Succession, end, request.LegalBasis);
        }
        return null;
    }
}
