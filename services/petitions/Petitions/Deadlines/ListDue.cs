using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Deadlines;

/// <summary>What is due soon, overdue or very overdue in a unit and below it, the earliest first.</summary>
public static class ListDue
{
    /// <param name="DueOn">The last day of the first open duty.</param>
    /// <param name="DaysLeft">Working days after today up to that day; none when it has passed.</param>
    /// <param name="DaysOver">Working days after that day up to today; none before it has passed.</param>
    /// <param name="Rule">Stable id of the rule that sets the limit.</param>
    /// <param name="What">The duty, in the reader's language.</param>
    /// <param name="Article">Where the limit stands.</param>
    public sealed record Line(
        Guid Id,
        int Version,
        Guid UnitId,
        PetitionKind Kind,
        PetitionField Field,
        DateOnly ReceivedOn,
        PetitionState State,
        DueClass Class,
        DateOnly DueOn,
        int? DaysLeft,
        int? DaysOver,
        string Rule,
        string What,
        string Article
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/due", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Đơn sắp đến hạn, quá hạn, quá hạn lâu / What is due soon, overdue or very overdue")
            .WithDescription(
                "Of the caller's unit and all below it, or of `unit` and all below it. Soon is within 3 working days, very overdue by more than 10, unless configured "
                    + "otherwise; a petition is in one class. What is to be sent falls due beside the handling, and while its clock stands too."
            );

    static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> Handle(
        DueClass @class,
        PetitionsDb db,
        Caller caller,
        DueDesk desk,
        DeadlineEngine deadlines,
        [AsParameters] PageByDayRequest page,
        CancellationToken ct,
        Guid? unit = null
    )
    {
        if (desk.Understand(caller, unit) is not { } asked)
            return Refused.NoSuchUnit("unit").ToProblem();
        var (from, to) = asked.Bounds.Of(@class);
        return TypedResults.Ok(
            await db.Due(asked.Unit, from, to, asked.Today)
                .NotAbout(caller, db)
                .Include(p => p.Deadlines)
                .ToPage(page, p => p.DueOn, p => p.Id, View, ct)
        );

        Line View(Petition p)
        {
            var (due, limit) = (p.DueOn!.Value, p.Current!);
            var (left, over) = asked.Days(due);
            var rule = deadlines.RuleOf(limit);
            return new(
                p.Id,
                p.Version,
                p.UnitId,
                p.Kind,
                p.Field,
                p.ReceivedOn,
                p.State,
                @class,
                due,
                left,
                over,
                limit.Rule,
                Phrases.Of(rule?.Vi ?? limit.Rule, rule?.En ?? limit.Rule),
                limit.Article
            );
        }
    }
}
