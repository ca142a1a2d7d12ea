using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.QuickReports;

/// <summary>How quick reports go up: section <c>QuickReports</c>.</summary>
sealed class QuickReportOptions
{
    /// <summary>How often is looked which of them nobody has acknowledged in time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(30);
}

static class QuickReportServices
{
    /// <summary>The catalogue, of the service or of the file that <c>QuickReports:CatalogueFile</c> names, and the job that takes quick reports further up.</summary>
    public static IServiceCollection AddQuickReports(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(QuickReportCatalogue.Load(configuration["QuickReports:CatalogueFile"]))
            .AddHostedService<EscalateQuickReports>()
            .AddOptions<QuickReportOptions>()
            .BindConfiguration("QuickReports")
            .ValidateDataAnnotations()
            .ValidateOnStart()
            .Services;

    public static void MapQuickReports(this RouteGroupBuilder group)
    {
        SendQuickReport.Map(group);
        ReadQuickReports.Map(group);
        AddToQuickReport.Map(group);
        AcknowledgeQuickReport.Map(group);
        CloseQuickReport.Map(group);
    }

    public static void HasQuickReports(this ModelBuilder model)
    {
        var report = model.Entity<QuickReport>();
        report.Ignore(one => one.LastRecipient).Property(one => one.Id).ValueGeneratedNever();
        report.OwnsMany(
            one => one.Recipients,
            recipient =>
            {
                recipient.ToTable("quick_report_recipients").WithOwner().HasForeignKey("QuickReportId");
                recipient.HasKey("QuickReportId", nameof(Recipient.Level));
                recipient.Property(one => one.Level).ValueGeneratedNever();
            }
        );
        report.OwnsMany(
            one => one.Entries,
            entry =>
            {
                entry.ToTable("quick_report_entries").WithOwner().HasForeignKey("QuickReportId");
                entry.HasKey("QuickReportId", nameof(QuickReportEntry.Number));
                entry.Property(one => one.Number).ValueGeneratedNever();
            }
        );
    }
}
