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
    ) =>
        await db.Reaches(caller, request.ParentId, request.On, ct)
            ? await db.ChangeOne(
                caller,
                id,
                ifMatch,
                request.On,
                registry => Apply(registry, id, request),
                ct,
                withBelow: true,
                others: [request.ParentId]
            )
            : UnitRejections.OutOfReach("parentId").ToProblem();

    internal static Rejection? Apply(UnitRegistry registry, Guid id, Request request) =>
        registry.Move(id, request.On, request.LegalBasis, request.ParentId);
}
