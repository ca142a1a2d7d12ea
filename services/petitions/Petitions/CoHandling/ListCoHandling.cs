using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.CoHandling;

/// <summary>Who helps with a petition, and what the caller's units are asked to help with.</summary>
public static class ListCoHandling
{
    /// <param name="UnitId">The unit that was asked, or who goes on with it since that one ended.</param>
    /// <param name="OfUnitId">The unit whose petition it is.</param>
    /// <param name="State">Where the petition stands.</param>
    public sealed record Line(
        Guid Id,
        Guid PetitionId,
        Guid UnitId,
        Guid OfUnitId,
        PetitionKind Kind,
        PetitionField Field,
        string Summary,
        PetitionState State,
        DateOnly AskedOn,
        string LetterNumber,
        DateOnly? DueOn,
        DateOnly? AnsweredOn
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/co-handlers", OfPetition)
            .WithName("listCoHandlers")
            .RequireScope(Scopes.Read)
            .WithSummary("Các đơn vị phối hợp của một đơn / Which units help with a petition");
        group
            .MapGet("/co-handling", OfUnits)
            .WithName("listCoHandling")
            .RequireScope(Scopes.Read)
            .WithSummary("Đơn được đề nghị phối hợp / What the caller's units are asked to help with")
            .WithDescription(
                "`answered=false` keeps what is not answered, `dueBefore` what should have been answered before that day; `ofEndedUnits` keeps what is owed by units "
                    + "that have ended: a person decides who goes on with it."
            );
    }

    static async Task<Results<Ok<IReadOnlyList<CoHandlerView>>, NotFound>> OfPetition(
        Guid id,
        PetitionsDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.Find(id, caller, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<CoHandlerView>>([
                .. (await db.CoHandlers.AsNoTracking().Where(c => c.PetitionId == id).OrderBy(c => c.Id).ToListAsync(ct)).Select(
                    CoHandlerView.Of
                ),
            ]);

    static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> OfUnits(
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        TimeProvider clock,
        CancellationToken ct,
        bool? answered = null,
        DateOnly? dueBefore = null,
        bool? ofEndedUnits = null
    )
    {
        var asked = db.CoHandlers.Visible(caller, db, c => c.AskedOn);
        if (answered is not null)
            asked = asked.Where(c => (c.AnsweredOn != null) == answered);
        if (dueBefore is not null)
            asked = asked.Where(c => c.AnsweredOn == null && c.DueOn < dueBefore);
        if (ofEndedUnits is true)
        {
            var ended = db.EndedUnits(clock.Today());
            asked = asked.OpenOf(db.Petitions).Where(c => ended.Contains(c.UnitId));
        }
        return TypedResults.Ok(
            await asked
                .Join(db.Petitions.NotAbout(caller, db), c => c.PetitionId, p => p.Id, (c, p) => new { Asked = c, Of = p })
                .ToPage(
                    page,
                    both => both.Asked.Id,
                    both => new Line(
                        both.Asked.Id,
                        both.Of.Id,
                        both.Asked.UnitId,
                        both.Of.UnitId,
                        both.Of.Kind,
                        both.Of.Field,
                        both.Of.Summary,
                        both.Of.State,
                        both.Asked.AskedOn,
                        both.Asked.LetterNumber,
                        both.Asked.DueOn,
                        both.Asked.AnsweredOn
                    ),
                    ct
                )
        );
    }
}
