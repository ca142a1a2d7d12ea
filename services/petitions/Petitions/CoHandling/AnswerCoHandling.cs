using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.CoHandling;

/// <summary>The unit that was asked records its answer; the history of the petition has it.</summary>
public static class AnswerCoHandling
{
    public sealed record Request(DateOnly AnsweredOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/co-handlers/{coHandlerId:guid}/answer", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Đơn vị phối hợp trả lời / The unit that was asked answers")
            .WithExample(new Request(new DateOnly(2026, 8, 19), "33/BC-UBND"));

    static async Task<Results<Ok<CoHandlerView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Guid coHandlerId,
        Request request,
        PetitionsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.FindCoHandler(id, coHandlerId, caller, ct) is not { } asked)
            return TypedResults.NotFound();
        if (asked.Answer(request.AnsweredOn, request.DocumentNumber, clock.Today()) is { } refused)
            return refused.ToProblem();
        var petition = await db.Petitions.SingleAsync(p => p.Id == id, ct);
        db.Announce(
            petition,
            new CoHandlerAnswered(
                id,
                EnumNames.Of(petition.Kind),
                EnumNames.Of(petition.Field),
                asked.UnitId,
                request.AnsweredOn,
                asked.InTime
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(CoHandlerView.Of(asked));
    }
}
