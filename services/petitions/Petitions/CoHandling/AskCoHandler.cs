using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.CoHandling;

/// <summary>Asks another unit to help with an open petition (đề nghị phối hợp). The petition stays in the own book.</summary>
public static class AskCoHandler
{
    /// <param name="DueOn">The day by which the letter asks for an answer.</param>
    public sealed record Request(Guid UnitId, DateOnly AskedOn, [Text(100)] string LetterNumber, DateOnly? DueOn);

    /// <param name="CoHandlerId">By which that unit answers.</param>
    public sealed record Answer(Guid Id, int Version, Guid CoHandlerId, PetitionView Petition) : IVersionedView;

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/co-handlers", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey()
            .WithSummary("Đề nghị đơn vị khác phối hợp / Ask another unit to help with a petition")
            .WithDescription(
                "That unit sees the content, the kind and the day asked for in `GET /co-handling`, and nothing of who petitions."
            )
            .WithExample(new Request(RootUnit.Id, new DateOnly(2026, 8, 6), "21/CV-UBND", new DateOnly(2026, 8, 20)));

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var asked = await db.CoHandlers.AnyAsync(
            c => c.PetitionId == id && (c.UnitId == request.UnitId || c.AskedUnitId == request.UnitId) && c.AnsweredOn == null,
            ct
        );
        var coHandler = new CoHandler
        {
            PetitionId = id,
            UnitId = request.UnitId,
            AskedUnitId = request.UnitId,
            AskedOn = request.AskedOn,
            LetterNumber = request.LetterNumber,
            DueOn = request.DueOn,
        };
        var taken = await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
            {
                if (!petition.IsOpen)
                    return Refused.InState(petition.State);
                if (Petition.OutOfOrder(request.AskedOn, petition.ReceivedOn, clock.Today(), "askedOn") is { } dates)
                    return dates;
                if (tree.Find(request.UnitId, request.AskedOn) is null)
                    return Refused.UnknownUnitAt("unitId");
                if (asked || request.UnitId == petition.UnitId)
                    return Refused.CoHandlerIsAnother;
                if (request.DueOn < request.AskedOn)
                    return Refused.CoHandlingDueTooEarly;
                db.Add(coHandler);
                return null;
            },
            (petition, _) =>
                new CoHandlerAsked(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.UnitId,
                    request.AskedOn,
                    request.DueOn
                ),
            ct
        );
        return taken.Result is Ok<PetitionView> { Value: { } view } ? TypedResults.Ok(new Answer(id, view.Version, coHandler.Id, view))
            : taken.Result is ProblemHttpResult refusal ? refusal
            : TypedResults.NotFound();
    }
}
