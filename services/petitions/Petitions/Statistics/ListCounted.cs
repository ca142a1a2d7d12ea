using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Statistics;

/// <summary>The petitions behind a figure of the statistics.</summary>
public static class ListCounted
{
    /// <param name="Id">The petition.</param>
    /// <param name="Papers">How often the figure counts it as a paper (đơn): more than once when it was opened again or went to another unit.</param>
    /// <param name="Cases">How often as a case (vụ việc).</param>
    public sealed record Line(Guid Id, int Papers, int Cases);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/statistics/{indicator}/petitions", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Các đơn đứng sau một số liệu / The petitions behind a figure of the statistics")
            .WithDescription(
                "By the code of the figure, such as `stock.received`, and the parameters of `/statistics`; with the `asOf` of its answer they add up to its numbers."
            );

    static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> Handle(
        string indicator,
        [AsParameters] StatisticsRequest request,
        [AsParameters] PageRequest page,
        StatisticsDesk desk,
        Caller caller,
        CancellationToken ct
    )
    {
        if (Indicators.Find(indicator) is not { } figure)
            return RefusedStatistics.NoSuchIndicator.ToProblem();
        var (asked, refused) = await desk.Understand(request, caller, ct);
        if (asked is null)
            return refused!.ToProblem();
        var lines = desk.Spells(asked)
            .Behind(asked.Window, figure.Counts)
            .GroupBy(s => s.PetitionId)
            .Select(s => new
            {
                Id = s.Key,
                Papers = s.Count(x => !x.IsPart),
                Cases = s.Count(x => !x.IsDuplicate),
            });
        return TypedResults.Ok(await lines.ToPage(page, line => line.Id, line => new Line(line.Id, line.Papers, line.Cases), ct));
    }
}
