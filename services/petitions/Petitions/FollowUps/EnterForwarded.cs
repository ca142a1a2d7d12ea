using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Attachments;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Intake;
using DanVan.Petitions.Reading;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.FollowUps;

/// <summary>
/// Enters what another unit has sent on in the book of the unit that it was sent to, with its content, the sealed identity and what came with it: nothing is typed
/// twice, and nobody has to open the seal. Once for a forwarding (TT 05/2021/TT-TTCP Đ14.1).
/// </summary>
public static class EnterForwarded
{
    /// <param name="ReceivedOn">The date in the receiving body's book.</param>
    public sealed record Request(DateOnly ReceivedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/entry", Handle)
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey()
            .WithSummary("Vào sổ đơn do đơn vị khác chuyển đến / Enter a petition that another unit has sent on")
            .WithExample(new Request(new DateOnly(2026, 8, 10)));

    static async Task<Results<Created<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        PetitionBook book,
        AttachmentBook attachments,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var followUp = await db.FollowUps.SingleOrDefaultAsync(f => f.PetitionId == id && f.ReturnedOn == null, ct);
        if (followUp is null || !caller.Sees(followUp.ToUnitId, request.ReceivedOn, tree))
            return TypedResults.NotFound();
        if (await db.IsAbout(caller, id, ct))
            return TypedResults.NotFound();
        if (tree.Find(followUp.ToUnitId, request.ReceivedOn) is not { } unit)
            return Refused.UnknownUnitAt("receivedOn").ToProblem();
        if (request.ReceivedOn < followUp.SentOn)
            return Refused.BeforeThePreviousStep("receivedOn").ToProblem();

        var sent = await db.Petitions.SingleAsync(p => p.Id == id, ct);
        var sender = tree.Find(followUp.UnitId, followUp.SentOn)?.Name;
        var entered = sent.AsEnteredBy(followUp, request.ReceivedOn, sender ?? $"{followUp.UnitId}");
        if (entered.Register(unit.Kind, deadlines, clock.Today()) is { } refused)
            return refused.ToProblem();
        if (followUp.Enter(entered.Id) is { } taken)
            return taken.ToProblem();

        var along = await attachments.Along(id, ct);
        book.Enter(entered, await book.PeopleOf(id, ct), along);
        db.Announce(
            followUp,
            new ForwardedPetitionEntered(
                id,
                EnumNames.Of(followUp.Kind),
                EnumNames.Of(followUp.Field),
                followUp.ToUnitId,
                entered.Id,
                request.ReceivedOn
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/petitions/{entered.Id}", entered.ToView(deadlines));
    }
}
