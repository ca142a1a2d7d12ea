using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.FollowUps;

/// <summary>Sends back what was forwarded to a unit that is not competent (trả lại đơn): its sender has it in hand again, and both books keep what happened.</summary>
public static class ReturnPetition
{
    public sealed record Request(DateOnly ReturnedOn, [Text(100)] string DocumentNumber);

    /// <param name="PetitionId">What stands open again in the book of its sender.</param>
    /// <param name="ToUnitId">The sender.</param>
    public sealed record Answer(Guid PetitionId, Guid ToUnitId, DateOnly ReturnedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/return", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey()
            .WithSummary("Trả lại đơn chuyển không đúng thẩm quyền / Return what was forwarded to the wrong unit")
            .WithDescription(
                "`id` is the petition in the own book, or, before it is entered there, what `GET /incoming` shows. Its sender may forward it again: that a content is "
                    + "forwarded once (TT 05/2021 Đ14.1) holds for what reached a competent unit."
            )
            .WithExample(new Request(new DateOnly(2026, 8, 11), "18/CV-UBND"));

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (on, today) = (request.ReturnedOn, clock.Today());
        var followUp = await db.FollowUps.SingleOrDefaultAsync(
            f => f.ReturnedOn == null && (f.PetitionId == id && f.EnteredAs == null || f.EnteredAs == id),
            ct
        );
        if (followUp is null || !caller.Sees(followUp.ToUnitId, today, tree))
            return TypedResults.NotFound();
        if (await db.IsAbout(caller, followUp.PetitionId, ct))
            return TypedResults.NotFound();
        var sent = await db.Petitions.Include(p => p.Deadlines).SingleAsync(p => p.Id == followUp.PetitionId, ct);
        var entered = await db.Petitions.Include(p => p.Deadlines).SingleOrDefaultAsync(p => p.Id == followUp.EnteredAs, ct);
        if (
            (
                entered?.Return(on, request.DocumentNumber, today)
                ?? followUp.Return(on, request.DocumentNumber, today)
                ?? sent.ComeBack(on, request.DocumentNumber, Competence.KindOf(tree, sent.UnitId, on), deadlines)
            ) is
            { } refused
        )
            return refused.ToProblem();

        var (kind, field) = (EnumNames.Of(sent.Kind), EnumNames.Of(sent.Field));
        if (entered is not null)
            db.Announce(entered, new PetitionReturned(entered.Id, kind, field, sent.UnitId, on, entered.InTime));
        db.Announce(followUp, FollowUpStep.Answered(followUp));
        db.Announce(
            sent,
            new PetitionReopened(
                sent.Id,
                kind,
                field,
                EnumNames.Of(PetitionState.Forwarded),
                EnumNames.Of(ReopeningReason.Returned),
                on,
                sent.Current?.Rule,
                sent.DueOn
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Answer(sent.Id, sent.UnitId, on));
    }
}
