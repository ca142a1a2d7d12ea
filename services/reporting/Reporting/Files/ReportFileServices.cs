using DanVan.Chassis.Blobs;
using DanVan.Files;
using DanVan.Files.Storing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Files;

/// <summary>Annexes of reports.</summary>
public static class ReportFileServices
{
    public static IServiceCollection AddReportFiles(this IServiceCollection services)
    {
        services
            .AddFiles<ReportFileOptions>("Files")
            .Validate<IOptions<BlobOptions>>(
                (files, blobs) => files.LongestOfAll <= blobs.Value.MaxLength,
                "Files:Longest takes files that are longer than Blobs:MaxLength lets be stored."
            );
        return services.AddScoped<ReportFileBook>().AddHostedService<SweepReportFiles>();
    }

    public static void MapReportFiles(this WebApplication app, RouteGroupBuilder reports)
    {
        var limits = app.Services.GetRequiredService<IOptions<ReportFileOptions>>().Value;
        AttachFile.Map(reports, limits);
        ListReportFiles.Map(reports);
        ReadReportFile.Map(reports, limits);
    }

    internal static void HasReportFiles(this ModelBuilder model)
    {
        model.Entity<ReportFile>().ToTable("report_files").Ignore(file => file.Blob).HasKey(file => new { file.ReportId, file.Sha256 });
        model.HasUnusedBlobs();
    }
}
