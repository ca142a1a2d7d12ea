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
        if (await db.Units.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } ended)
            return TypedResults.NotFound();
        if (!await db.Reaches(caller, id, ended.Ends?.AddDays(-1) ?? ended.Begins, ct))
            return TypedResults.NotFound();
        if (await db.Units.SingleOrDefaultAsync(u => u.Id == request.SuccessorId, ct) is not { } successor)
            return UnitRejections.OutOfReach("successorId").ToProblem();
        if (Decide(ended, successor, request.LegalBasis) is { } refused)
            return refused.ToProblem();

        db.Announce(successor, successor.Recorded(UnitChange.Succession, ended.Ends!.Value, request.LegalBasis));
        await db.SaveChangesAsync(ct);
        await change.Commit(ct);
        return TypedResults.Ok(UnitView.Of(successor, successor.On(ended.Ends!.Value)!));
    }

    internal static Rejection? Decide(Unit ended, Unit successor, string legalBasis)
    {
        if (ended.Ends is not { } end)
            return UnitRejections.StillExists;
        if (ended.Id == successor.Id || successor.On(end) is null)
            return UnitRejections.NotASuccessor;
        if (successor.Predecessors.All(known => known.UnitId != ended.Id))
            successor.Predecessors.Add(new(ended.Id, end, legalBasis));
        return null;
    }
}
