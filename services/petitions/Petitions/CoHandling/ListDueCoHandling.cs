using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.CoHandling;

/// <summary>Which answers on petitions of others are due soon, overdue or very overdue in a unit and below it, the earliest first, and how many.</summary>
public static class ListDueCoHandling
{
    /// <param name="UnitId">The unit that owes the answer.</param>
    /// <param name="OfUnitId">The unit whose petition it is.</param>
    /// <param name="DueOn">The day that the letter sets.</param>
    /// <param name="DaysLeft">Working days after today up to that day; none when it has passed.</param>
    /// <param name="DaysOver">Working days after that day up to today; none before it has passed.</param>
    public sealed record Line(
        Guid Id,
        Guid PetitionId,
        Guid UnitId,
        Guid OfUnitId,
        PetitionKind Kind,
        PetitionField Field,
        DateOnly AskedOn,
        string LetterNumber,
        DueClass Class,
        DateOnly DueOn,
        int? DaysLeft,
        int? DaysOver
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/co-handling/due", List)
            .WithName("listDueCoHandling")
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Yêu cầu phối hợp sắp đến hạn, quá hạn, quá hạn lâu / Which answers to others are due soon, overdue or very overdue"
            )
            .WithDescription(
                "Of the caller's unit and all below it, or of `unit` and all below it; the classes are those of `/due`, by the day that the letter sets. What is asked "
                    + "on a petition that has ended is not due."
            );
        group
            .MapGet("/co-handling/due/counts", Count)
            .WithName("countDueCoHandling")
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Số yêu cầu phối hợp sắp đến hạn, quá hạn theo đơn vị / How many answers to others are due soon and overdue, by unit"
            )
            .WithDescription("Of the caller's unit and all below it, or of `unit` and all below it; the classes are those of `/due`.");
    }

    static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> List(
        DueClass @class,
        PetitionsDb db,
        Caller caller,
        DueDesk desk,
        [AsParameters] PageByDayRequest page,
        CancellationToken ct,
        Guid? unit = null
    )
    {
        if (desk.Understand(caller, unit) is not { } asked)
            return Refused.NoSuchUnit("unit").ToProblem();
        var (from, to) = asked.Bounds.Of(@class);
        return TypedResults.Ok(
            await Due(db, caller, asked, from, to)
                .Join(db.Petitions, c => c.PetitionId, p => p.Id, (c, p) => new { Asked = c, Of = p })
                .ToPage(page, both => both.Asked.DueOn, both => both.Asked.Id, both => View(both.Asked, both.Of), ct)
        );

        Line View(CoHandler c, Petition p)
        {
            var due = c.DueOn!.Value;
            var (left, over) = asked.Days(due);
            return new(c.Id, p.Id, c.UnitId, p.UnitId, p.Kind, p.Field, c.AskedOn, c.LetterNumber, @class, due, left, over);
        }
    }

    static async Task<Results<Ok<CountDue.Counts>, ProblemHttpResult>> Count(
        PetitionsDb db,
        Caller caller,
        DueDesk desk,
        CancellationToken ct,
        Guid? unit = null
    )
    {
        if (desk.Understand(caller, unit) is not { } asked)
            return Refused.NoSuchUnit("unit").ToProblem();
        var due = Due(db, caller, asked, DateOnly.MinValue, asked.Bounds.SoonUntil);
        return TypedResults.Ok(await due.Select(c => new CountDue.Duty { UnitId = c.UnitId, DueOn = c.DueOn }).Count(asked, ct));
    }

    static IQueryable<CoHandler> Due(PetitionsDb db, Caller caller, DueAsked asked, DateOnly from, DateOnly to)
    {
        var due = db.CoHandlers.OpenOf(db.Petitions.NotAbout(caller, db)).Where(c => c.DueOn >= from && c.DueOn <= to);
        if (asked.Unit == RootUnit.Id)
            return due;
        var units = db.UnitAndBelow(asked.Unit, asked.Today);
        return due.Where(c => units.Contains(c.UnitId));
    }
}
