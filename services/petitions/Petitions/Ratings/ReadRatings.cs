using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Ratings;

/// <summary>How satisfied petitioners were, by unit.</summary>
public static class ReadRatings
{
    /// <param name="Count">How many rated; none where they are too few to be shown.</param>
    /// <param name="Mean">The mean of 1 to 5, to one decimal; none where they are too few.</param>
    /// <param name="Suppressed">There are ratings, fewer than are shown.</param>
    public sealed record Line(Guid UnitId, int? Count, decimal? Mean, bool Suppressed);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/satisfaction", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Mức độ hài lòng theo đơn vị / Satisfaction by unit")
            .WithDescription(
                "Of the petitions closed in that year. Units with few ratings are shown without figures, and there is neither a total nor a finer division: "
                    + "both would let the hidden figures be worked out."
            );

    static async Task<Ok<IReadOnlyList<Line>>> Handle(
        PetitionsDb db,
        Caller caller,
        [Whole(2000, 2100)] int year,
        IOptions<Receipts.ReceiptOptions> options,
        CancellationToken ct
    )
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var ratings =
            from petition in db.Petitions.KnownTo(caller, db)
            where petition.ClosedOn >= @from && petition.ClosedOn <= to
            join rating in db.Ratings on petition.Id equals rating.PetitionId
            group rating.Stars by petition.UnitId into unit
            orderby unit.Key
            select new
            {
                Unit = unit.Key,
                Count = unit.Count(),
                Mean = unit.Average(),
            };
        var units = await ratings.ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Line>>([
            .. units.Select(unit =>
                unit.Count < options.Value.FewestRatings
                    ? new Line(unit.Unit, null, null, Suppressed: true)
                    : new Line(unit.Unit, unit.Count, Math.Round((decimal)unit.Mean, 1, MidpointRounding.AwayFromZero), Suppressed: false)
            ),
        ]);
    }
}
