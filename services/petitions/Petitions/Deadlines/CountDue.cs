using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Deadlines;

/// <summary>How much is due soon, overdue and very overdue, by unit.</summary>
public static class CountDue
{
    /// <param name="UnitId">The unit.</param>
    /// <param name="Soon">Due soon in its book.</param>
    /// <param name="Overdue">Overdue, and not very.</param>
    /// <param name="VeryOverdue">Very overdue.</param>
    public sealed record OfUnit(Guid UnitId, int Soon, int Overdue, int VeryOverdue);

    /// <param name="UnitId">The unit that was asked for.</param>
    /// <param name="Soon">Due soon in it and below it.</param>
    /// <param name="Overdue">Overdue, and not very.</param>
    /// <param name="VeryOverdue">Very overdue.</param>
    /// <param name="Units">The units with anything of that in their own books, most overdue first.</param>
    public sealed record Counts(Guid UnitId, int Soon, int Overdue, int VeryOverdue, IReadOnlyList<OfUnit> Units);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/due/counts", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Số đơn sắp đến hạn, quá hạn theo đơn vị / How much is due soon and overdue, by unit")
            .WithDescription("Of the caller's unit and all below it, or of `unit` and all below it; the classes are those of `/due`.");

    static async Task<Results<Ok<Counts>, ProblemHttpResult>> Handle(
        PetitionsDb db,
        Caller caller,
        DueDesk desk,
        CancellationToken ct,
        Guid? unit = null
    )
    {
        if (desk.Understand(caller, unit) is not { } asked)
            return Refused.NoSuchUnit("unit").ToProblem();
        var due = db.Due(asked.Unit, DateOnly.MinValue, asked.Bounds.SoonUntil, asked.Today).NotAbout(caller, db);
        return TypedResults.Ok(await due.Select(p => new Duty { UnitId = p.UnitId, DueOn = p.DueOn }).Count(asked, ct));
    }

    /// <summary>What a unit owes by a day.</summary>
    internal sealed class Duty
    {
        public required Guid UnitId { get; init; }
        public required DateOnly? DueOn { get; init; }
    }

    /// <param name="duties">Those of the unit and below it that are soon, overdue or very overdue.</param>
    internal static async Task<Counts> Count(this IQueryable<Duty> duties, DueAsked asked, CancellationToken ct)
    {
        var (today, veryOverdueUntil) = (asked.Today, asked.Bounds.VeryOverdueUntil);
        var counted = await duties
            .GroupBy(duty => duty.UnitId)
            .Select(book => new
            {
                Unit = book.Key,
                Soon = book.Count(duty => duty.DueOn >= today),
                Very = book.Count(duty => duty.DueOn <= veryOverdueUntil),
                All = book.Count(),
            })
            .ToListAsync(ct);
        var units = counted.ConvertAll(one => new OfUnit(one.Unit, one.Soon, one.All - one.Soon - one.Very, one.Very));
        return new Counts(
            asked.Unit,
            units.Sum(one => one.Soon),
            units.Sum(one => one.Overdue),
            units.Sum(one => one.VeryOverdue),
            [.. units.OrderByDescending(one => (one.VeryOverdue, one.Overdue, one.Soon)).ThenBy(one => one.UnitId)]
        );
    }
}
