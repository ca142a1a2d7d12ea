using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Periods;

/// <summary>Which periods a year has, regime by regime, with their days.</summary>
public static class ListPeriods
{
    /// <summary>A period of a regime.</summary>
    public sealed record PeriodView(
        string Regime,
        PeriodKind Kind,
        int Year,
        int Index,
        Bilingual Label,
        DateOnly From,
        DateOnly To,
        Bilingual Article
    )
    {
        internal static PeriodView Of(Period period, Regime regime) =>
            new(period.Regime, period.Kind, period.Year, period.Index, period.Label, period.From, period.To, regime.Article);
    }

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Periods of a year with their first and last days")
            .WithDescription(
                "Các kỳ báo cáo của một năm theo từng chế độ. Days as the legal text gives them: quarter II of a state body is 15/03–14/06, "
                    + "and a year begins on 15/12 of the year before. Regimes whose days come with the request have no rows."
            );

    static Ok<List<PeriodView>> Handle(
        RegimeCatalogue regimes,
        [FromQuery] [Whole(2000, 2100)] int year,
        [FromQuery] string? regime = null
    ) =>
        TypedResults.Ok(
            regimes
                .All.Where(row => regime is null || row.Code == regime)
                .SelectMany(row =>
                    row.Windows.Select(window => window.In(row.Code, year))
                        .Where(period => row.IsInForceOn(period.To))
                        .Select(period => PeriodView.Of(period, row))
                )
                .ToList()
        );
}
