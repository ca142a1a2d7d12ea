using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Publicity;

/// <summary>How many petitions came in and what became of them, by unit, kind and calendar quarter. For everybody.</summary>
public static class ReadPublicStatistics
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/statistics", Handle)
            .AllowAnonymous()
            .WithSummary("Thống kê công khai theo quý / Public statistics of a quarter")
            .WithDescription(
                "Of the papers received in the quarter, by where each stood on the day of taking: the unit with all below it, its own book, and each unit directly below. "
                    + "Small counts are left out (`suppressed`, which zero is not), and others with them so that no total gives them away. The figures are taken "
                    + "once, some days after the quarter."
            );

    static async Task<Results<Ok<PublicStatisticsView>, NotFound, ProblemHttpResult>> Handle(
        [Whole(2000, 2100)] int year,
        [Whole(1, 4)] int quarter,
        PublicFigures figures,
        HttpResponse response,
        CancellationToken ct,
        Guid? unit = null
    )
    {
        var (view, refused) = await figures.Of(year, quarter, unit, ct);
        if (view is null)
            return refused!.ToProblem();
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers.Vary = "Accept-Language";
        return TypedResults.Ok(view);
    }
}
