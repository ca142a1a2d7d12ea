namespace DanVan.Reporting.Outliers;

static class OutlierServices
{
    public static IServiceCollection AddOutliers(this IServiceCollection services) =>
        services.AddOptions<OutlierOptions>().BindConfiguration("Outliers").ValidateDataAnnotations().ValidateOnStart().Services;
}
