using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records what the decision or conclusion has brought about (kết quả thực hiện quyết định, kết luận).</summary>
public static class RecordEffects
{
    /// <summary>Beyond any amount that one decision moves, in đồng or square metres, and exact in every client.</summary>
    const long Most = 1_000_000_000_000_000;

    /// <param name="MoneyRecovered">To the State, in đồng.</param>
    /// <param name="MoneyReturned">To people and organisations, in đồng.</param>
    /// <param name="LandRecovered">To the State, in square metres.</param>
    /// <param name="LandReturned">To people and organisations, in square metres.</param>
    /// <param name="PeopleSanctioned">How many people were disciplined.</param>
    public sealed record Request(
        DateOnly EffectiveOn,
        [Text(100)] string DocumentNumber,
        [Whole(0, Most)] long MoneyRecovered = 0,
        [Whole(0, Most)] long MoneyReturned = 0,
        [Whole(0, Most)] long LandRecovered = 0,
        [Whole(0, Most)] long LandReturned = 0,
        [Whole(0, 10_000)] int PeopleSanctioned = 0
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/effects", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey() // Sent twice it would be added up twice.
            .WithSummary("Ghi nhận kết quả thực hiện quyết định, kết luận / Record what a decision or conclusion has brought about")
            .WithDescription("Each record adds to those before; the statistics add them up.")
            .WithExample(new Request(new DateOnly(2026, 9, 9), "12/BC-UBND", MoneyRecovered: 120_000_000, LandReturned: 350));

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var effects = new Effects(
            request.MoneyRecovered,
            request.MoneyReturned,
            request.LandRecovered,
            request.LandReturned,
            request.PeopleSanctioned
        );
        return db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition => petition.Record(effects, request.EffectiveOn, request.DocumentNumber, clock.Today()),
            (petition, _) =>
                new EffectsRecorded(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.EffectiveOn,
                    effects.MoneyRecovered,
                    effects.MoneyReturned,
                    effects.LandRecovered,
                    effects.LandReturned,
                    effects.PeopleSanctioned
                ),
            ct
        );
    }
}
