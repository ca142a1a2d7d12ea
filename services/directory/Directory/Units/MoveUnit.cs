using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

public static class MoveUnit
{
    /// <param name="On">First day under the new parent.</param>
    /// <param name="ParentId">The new parent; the caller must reach both the old and the new one.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request([BusinessDate] DateOnly On, Guid ParentId, [Text(500)] string LegalBasis);

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/move", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Move a unit, with all below it, under another parent")
            .WithExample(new Request(new DateOnly(2026, 7, 1), CreateUnit.Example.Id!.Value, "Nghị quyết ví dụ số 04/NQ-VD"));

    static async Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!await db.Reaches(caller, request.ParentId, request.On, ct))
            return UnitRejections.OutOfReach("parentId").ToProblem();
        var act = (UnitChange.MoveParent, request.On, request.LegalBasis);
        return await ChangeUnit.Run(db, caller, id, ifMatch, act, Decide, ct);

        async Task<Rejection?> Decide(Unit unit)
        {
            var parent = await db.Units.FindAsync([request.ParentId], ct);
            var line = await db.LineFrom(request.ParentId, request.On, ct);
            return UnitRules.Move(unit, request.On, request.LegalBasis, parent, line);
        }
    }
}
