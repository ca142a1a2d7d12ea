using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Statistics;

/// <summary>The named periods of a year with their days.</summary>
public static class ListStatisticsPeriods
{
    /// <param name="Code">As <c>period</c> takes it.</param>
    /// <param name="Name">In the reader's language.</param>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Article">Where its days stand.</param>
    public sealed record Line(string Code, string Name, int Year, DateOnly From, DateOnly To, string Article)
    {
        internal static Line Of(StatisticsPeriod period, int year) =>
            new(period.Code, Phrases.Of(period.Vi, period.En), year, period.In(year).From, period.In(year).To, period.Article);
    }

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/statistics/periods", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Các kỳ thống kê trong năm / The periods of the statistics of a year");

    static Ok<IReadOnlyList<Line>> Handle([Whole(2000, 2100)] int year, StatisticsPeriods periods) =>
        TypedResults.Ok<IReadOnlyList<Line>>([.. periods.Of(year).Select(period => Line.Of(period, year))]);
}
