using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.CoHandling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Reorganisations;

/// <summary>A person decides which unit answers for one that was asked to help and has ended with several successors, or with none.</summary>
public static class MoveCoHandling
{
    /// <param name="ToUnitId">The unit that goes on with it: a successor, where there are any.</param>
    public sealed record Request(Guid ToUnitId);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/co-handlers/{coHandlerId:guid}/unit", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary(
                "Quyết định đơn vị tiếp tục phối hợp thay đơn vị đã kết thúc / Decide who goes on for a co-handling unit that has ended"
            )
            .WithExample(new Request(RootUnit.Id));

    static async Task<Results<Ok<CoHandlerView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Guid coHandlerId,
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.FindCoHandler(id, coHandlerId, caller, ct) is not { } asked)
            return TypedResults.NotFound();
        if (asked.AnsweredOn is not null)
            return Refused.CoHandlerHasAnswered.ToProblem();
        var petition = await db.Petitions.SingleAsync(p => p.Id == id, ct);
        if (!petition.IsOpen)
            return Refused.InState(petition.State).ToProblem();
        var today = clock.Today();
        if (tree.RefusesHeir(asked.UnitId, request.ToUnitId, caller, today) is { } refused)
            return refused.ToProblem();
        db.Announce(petition, CoHandler.Moved(petition, [asked.MoveTo(request.ToUnitId)], today, reorganisation: null));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(CoHandlerView.Of(asked));
    }
}
