using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Models;

/// <summary>A registered model begins to be carried out (triển khai).</summary>
public static class TakeUpModel
{
    public sealed record Request(DateOnly TakenUpOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/models/{id:guid}/implementation", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Triển khai mô hình đã đăng ký / Take up a registered model")
            .WithExample(new Request(new(2021, 8, 1)));

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
            model => model.TakeUp(request.TakenUpOn, clock.Today()),
            model => new ModelTakenUp(model.Id, model.UnitId, EnumNames.Of(model.Kind), EnumNames.Of(model.Field), request.TakenUpOn),
            ct
        );
}
