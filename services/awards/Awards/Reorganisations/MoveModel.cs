using DanVan.Awards.Models;

namespace DanVan.Awards.Reorganisations;

/// <summary>A person decides which unit goes on with a model that is not discontinued and whose unit has ended with several successors, or with none.</summary>
public static class MoveModel
{
    /// <param name="ToUnitId">The unit that goes on with it: a successor, where there are any.</param>
    public sealed record Request(Guid ToUnitId);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/models/{id:guid}/unit", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Quyết định đơn vị tiếp tục mô hình của đơn vị đã kết thúc / Decide who goes on with a model of a unit that has ended"
            )
            .WithExample(new Request(RootUnit.Id));

    static Task<Results<Ok<ModelView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        AwardsDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        return db.Take(
            id,
            ifMatch,
            caller,
            model => model.RefusesChanges() ?? tree.RefusesHeir(model.UnitId, request.ToUnitId, caller, today),
            model => model.MoveTo(request.ToUnitId, today, reorganisation: null),
            ct
        );
    }
}
