using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Models;

/// <summary>Recognises (công nhận) an effective model at a level, or one recognised below at a higher level.</summary>
public static class RecogniseModel
{
    public sealed record Request(RecognitionLevel Level, DateOnly RecognisedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/models/{id:guid}/recognition", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Công nhận mô hình ở một cấp / Recognise a model at a level")
            .WithExample(new Request(RecognitionLevel.Province, new(2021, 12, 1)));

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
            model => model.Recognise(request.Level, request.RecognisedOn, clock.Today()),
            model => new ModelRecognised(
                model.Id,
                model.UnitId,
                EnumNames.Of(model.Kind),
                EnumNames.Of(model.Field),
                EnumNames.Of(request.Level),
                request.RecognisedOn
            ),
            ct
        );
}
