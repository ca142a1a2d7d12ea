using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Sheets;

/// <summary>Reports in and out of spreadsheets.</summary>
public static class SheetServices
{
    public static IServiceCollection AddSheets(this IServiceCollection services)
    {
        services.AddOptions<SheetOptions>().BindConfiguration("Sheets").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ImportOptions>().BindConfiguration("Imports").ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    public static void MapSheets(this WebApplication app, RouteGroupBuilder reports)
    {
        var limits = app.Services.GetRequiredService<IOptions<SheetOptions>>().Value;
        ReadSheet.Map(reports);
        FillSheet.Map(reports, limits);
        ReadCellsCsv.Map(reports);
        ImportCells.Map(reports, app.Services.GetRequiredService<IOptions<ImportOptions>>().Value);
    }
}
