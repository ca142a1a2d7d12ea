using DanVan.Chassis.Blobs;
using DanVan.Documents;

namespace DanVan.Reporting.Documents;

/// <summary>Reports as papers: DOCX and PDF.</summary>
public static class PaperServices
{
    public static IServiceCollection AddPapers(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(SymbolTable.Load(configuration["Documents:SymbolsFile"]))
            .AddSingleton(new PaperFonts(configuration["Documents:Fonts"]))
            .AddBlobs()
            .AddScoped<PaperBook>();

    public static void MapPapers(this RouteGroupBuilder reports)
    {
        ReadDocument.Map(reports);
        IssuePaper.Map(reports);
        ReadIssued.Map(reports);
    }
}

/// <summary>The font of PDF documents.</summary>
/// <param name="Folder">Where it is; the usual places of the distributions when none.</param>
sealed record PaperFonts(string? Folder);
