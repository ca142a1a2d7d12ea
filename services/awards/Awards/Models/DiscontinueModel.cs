using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Models;

/// <summary>Ends a model, with the reason. It stays in the register with the stage that it reached.</summary>
public static class DiscontinueModel
{
    public sealed record Request(DiscontinuationReason Reason, DateOnly DiscontinuedOn, [Text(1000)] string? Note);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/models/{id:guid}/discontinuation", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Dừng mô hình, có lý do / Discontinue a model, with the reason")
            .WithExample(new Request(DiscontinuationReason.PurposeFulfilled, new(2022, 6, 30), "Dịch đã được kiểm soát"));

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
            model => model.Discontinue(request.Reason, request.Note, request.DiscontinuedOn, clock.Today()),
            model => new ModelDiscontinued(
                model.Id,
                model.UnitId,
                EnumNames.Of(model.Kind),
                EnumNames.Of(model.Field),
                request.DiscontinuedOn,
                EnumNames.Of(request.Reason)
            ),
            ct
        );
}
