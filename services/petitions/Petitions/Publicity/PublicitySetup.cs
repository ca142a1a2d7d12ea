using DanVan.Chassis.Http;

namespace DanVan.Petitions.Publicity;

/// <summary>What everybody may read of petitions, and what units decide of it.</summary>
static class PublicitySetup
{
    public static IServiceCollection AddPublicity(this IServiceCollection services)
    {
        services.AddOptions<PublicStatisticsOptions>().BindConfiguration("PublicStatistics").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<TakenQuarters>().AddScoped<TakeFigures>().AddScoped<PublicFigures>().AddScoped<PublicList>();
    }

    /// <param name="petitions">The officials' group.</param>
    public static void MapPublicity(this WebApplication app, RouteGroupBuilder petitions)
    {
        PublishResolution.Map(petitions);
        WithholdPublication.Map(petitions);

        var everybody = app.MapResource("/api/v1/public/petitions", "public");
        ListPublished.Map(everybody);
        ReadPublicStatistics.Map(everybody);
        PublicPage.Map(app);
    }
}
