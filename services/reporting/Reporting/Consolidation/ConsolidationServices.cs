using DanVan.Chassis;

namespace DanVan.Reporting.Consolidation;

static class ConsolidationServices
{
    public static void AddConsolidation(this IServiceCollection services) =>
        services
            .AddSingleton<ExpectedReports>()
            .AddScoped<FigureSums>()
            .AddScoped<FigureDesk>()
            .AddScoped<Contribute>()
            .AddScoped<Reconciliation, ReconcileFigures>()
            .AddHostedService<FoldFigures>()
            .AddHostedService<ContributeEarlier>();

    public static void MapFigures(this RouteGroupBuilder figures)
    {
        ReadFigures.Map(figures);
        ReadBreakdown.Map(figures);
        ReadNarratives.Map(figures);
        ReadFigureFiles.Map(figures);
        ReadSeries.Map(figures);
        CompareFigures.Map(figures);
        ReadOverTime.Map(figures);
    }

    public static void MapConsolidations(this RouteGroupBuilder consolidations)
    {
        ConsolidateFigures.Map(consolidations);
        ReadConsolidations.Map(consolidations);
    }
}
