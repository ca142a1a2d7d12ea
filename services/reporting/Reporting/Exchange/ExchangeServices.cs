namespace DanVan.Reporting.Exchange;

/// <summary>Figures and reports in the formats of others: JSON-stat 2.0, SDMX-JSON 2.0 and Frictionless data packages.</summary>
static class ExchangeServices
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddOptions<ExchangeOptions>().BindConfiguration("Exchange").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<FigureDatasets>();
    }
}
