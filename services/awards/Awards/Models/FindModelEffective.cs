using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Models;

/// <summary>An evaluation found a model effective (hoạt động hiệu quả).</summary>
public static class FindModelEffective
{
    public sealed record Request(DateOnly EvaluatedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/models/{id:guid}/effectiveness", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Đánh giá mô hình hoạt động hiệu quả / Find a model effective")
            .WithExample(new Request(new(2021, 11, 1)));

    static Task<Results<Ok<ModelView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        AwardsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            model => model.FindEffective(request.EvaluatedOn, clock.Today()),
            model => new ModelFoundEffective(
                model.Id,
                model.UnitId,
                EnumNames.Of(model.Kind),
                EnumNames.Of(model.Field),
                request.EvaluatedOn
            ),
            ct
        );
}
