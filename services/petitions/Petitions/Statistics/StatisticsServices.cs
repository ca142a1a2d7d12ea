using DanVan.Chassis;

namespace DanVan.Petitions.Statistics;

public static class StatisticsServices
{
    /// <summary>The statistics of petitions and of citizen reception, counted from the journal.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StatisticsOptions>().BindConfiguration("Statistics");
        return services
            .AddSingleton(StatisticsPeriods.Load(configuration["Statistics:PeriodsFile"]))
            .AddSingleton<JournalCount>()
            .AddScoped<StatisticsDesk>()
            .AddScoped<Reconciliation, ReconcileStatistics>()
            .AddHostedService<CountInBackground>();
    }

    public static void MapStatistics(this RouteGroupBuilder petitions)
    {
        ReadStatistics.Map(petitions);
        ListCounted.Map(petitions);
        ListStatisticsPeriods.Map(petitions);
    }
}
