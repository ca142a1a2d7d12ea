using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.FollowUps;

/// <summary>What the steps of the ledger have in common.</summary>
static class FollowUpStep
{
    public static FollowUpAnswered Answered(FollowUp followUp) =>
        new(
            followUp.PetitionId,
            EnumNames.Of(followUp.Kind),
            EnumNames.Of(followUp.Field),
            followUp.ToUnitId,
            EnumNames.Of(followUp.Result!.Value),
            followUp.AnsweredOn!.Value,
            followUp.AnswerDueOn,
            followUp.Reminders.Count,
            followUp.TellBy
        );

    public static async Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> Take<TEvent>(
        this PetitionsDb db,
        Guid petitionId,
        IfMatch ifMatch,
        Caller caller,
        Func<FollowUp, Rejection?> take,
        Func<FollowUp, TEvent> announcement,
        CancellationToken ct
    )
        where TEvent : class
    {
        var followUp = await db.FindFollowUp(petitionId, caller, ct);
        var state = await db.StateOf(followUp?.EnteredAs, ct);
        return await db.Take(followUp, ifMatch, take, announcement, f => FollowUpView.Of(f, state), ct);
    }

    public static Task<FollowUp?> FindFollowUp(this PetitionsDb db, Guid petitionId, Caller caller, CancellationToken ct) =>
        db.KnownFollowUps(caller).Where(f => f.PetitionId == petitionId).OrderByDescending(f => f.Id).FirstOrDefaultAsync(ct);

    /// <summary>Those of the caller's units, but none of a petition that is about the caller's own person.</summary>
    public static IQueryable<FollowUp> KnownFollowUps(this PetitionsDb db, Caller caller)
    {
        var followUps = db.FollowUps.Visible(caller, db, f => f.SentOn);
        return db.About(caller) is { } about ? followUps.Where(f => !about.Contains(f.PetitionId)) : followUps;
    }

    public static async Task<PetitionState?> StateOf(this PetitionsDb db, Guid? petitionId, CancellationToken ct) =>
        petitionId is null
            ? null
            : await db.Petitions.Where(p => p.Id == petitionId).Select(p => (PetitionState?)p.State).SingleOrDefaultAsync(ct);
}
