using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.FollowUps;

/// <summary>What the caller's units have sent on, and what was sent to them.</summary>
public static class ListFollowUps
{
    public sealed record Line(
        Guid Id,
        Guid PetitionId,
        Guid UnitId,
        PetitionKind Kind,
        PetitionField Field,
        Guid ToUnitId,
        DateOnly SentOn,
        string LetterNumber,
        DateOnly? AnswerDueOn,
        Guid? EnteredAs,
        DateOnly? AnsweredOn,
        FollowUpResult? Result,
        DateOnly? TellBy,
        DateOnly? ToldOn
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/follow-ups", Sent)
            .WithName("listFollowUps")
            .RequireScope(Scopes.Read)
            .WithSummary("Sổ theo dõi đơn đã chuyển / The ledger of petitions sent on")
            .WithDescription(
                "`answered=false` keeps what is still owed, `dueBefore` what should have been answered before that day, `untold=true` answers that the "
                    + "writer has not been told of."
            );
        group
            .MapGet("/incoming", Received)
            .WithName("listIncoming")
            .RequireScope(Scopes.Read)
            .WithSummary("Đơn được chuyển đến, chưa vào sổ / Petitions sent to the caller's units that stand in no book there yet");
    }

    static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> Sent(
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        CancellationToken ct,
        bool? answered = null,
        bool? untold = null,
        DateOnly? dueBefore = null,
        Guid? toUnit = null
    )
    {
        var followUps = db.KnownFollowUps(caller);
        if (answered is not null)
            followUps = followUps.Where(f => (f.AnsweredOn != null) == answered);
        if (untold is not null)
            followUps = followUps.Where(f => (f.AnsweredOn != null && f.ReturnedOn == null && f.ToldOn == null) == untold);
        if (dueBefore is not null)
            followUps = followUps.Where(f => f.AnsweredOn == null && f.AnswerDueOn < dueBefore);
        if (toUnit is not null)
            followUps = followUps.Where(f => f.ToUnitId == toUnit);
        return TypedResults.Ok(
            await followUps.ToPage(
                page,
                f => f.Id,
                f => new Line(
                    f.Id,
                    f.PetitionId,
                    f.UnitId,
                    f.Kind,
                    f.Field,
                    f.ToUnitId,
                    f.SentOn,
                    f.LetterNumber,
                    f.AnswerDueOn,
                    f.EnteredAs,
                    f.AnsweredOn,
                    f.Result,
                    f.TellBy,
                    f.ToldOn
                ),
                ct
            )
        );
    }

    static async Task<Results<Ok<Page<Incoming>>, ProblemHttpResult>> Received(
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        CancellationToken ct
    )
    {
        var incoming = db.Incoming.Visible(caller, db, i => i.SentOn);
        if (db.About(caller) is { } about)
            incoming = incoming.Where(i => !about.Contains(i.PetitionId));
        return TypedResults.Ok(await incoming.ToPage(page, i => i.Id, i => i, ct));
    }
}

/// <summary>A petition that another unit has sent on, as the unit that it was sent to may see it.</summary>
/// <param name="Id">The follow-up.</param>
/// <param name="PetitionId">What is entered by its <c>entry</c>.</param>
/// <param name="UnitId">The unit that it was sent to.</param>
public sealed record Incoming(
    Guid Id,
    Guid PetitionId,
    Guid UnitId,
    Guid FromUnitId,
    PetitionKind Kind,
    PetitionField Field,
    DateOnly SentOn,
    string LetterNumber,
    string Summary
) : IUnitScoped;
