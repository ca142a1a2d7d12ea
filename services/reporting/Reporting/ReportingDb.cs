using DanVan.Chassis;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Checks;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Documents;
using DanVan.Reporting.Facts;
using DanVan.Reporting.Files;
using DanVan.Reporting.Flags;
using DanVan.Reporting.Locks;
using DanVan.Reporting.QuickReports;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Requests;
using DanVan.Reporting.Scoring;
using DanVan.Reporting.Scoring.Assessments;
using DanVan.Reporting.Scoring.Rankings;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting;

/// <summary>Reports, what was entered into them, and the facts that they count. The schema stands in <c>Migrations</c>.</summary>
public sealed class ReportingDb(DbContextOptions<ReportingDb> options) : ServiceDb(options)
{
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ReportEdition> ReportEditions => Set<ReportEdition>();
    public DbSet<ReportApproval> ReportApprovals => Set<ReportApproval>();
    public DbSet<CellFlag> CellFlags => Set<CellFlag>();
    public DbSet<CellEntry> CellEntries => Set<CellEntry>();
    public DbSet<CheckExplanation> CheckExplanations => Set<CheckExplanation>();
    public DbSet<ConsolidatedEdition> Consolidations => Set<ConsolidatedEdition>();
    public DbSet<LockException> LockExceptions => Set<LockException>();
    public DbSet<ReportRequest> ReportRequests => Set<ReportRequest>();
    public DbSet<ScoreAssessment> ScoreAssessments => Set<ScoreAssessment>();
    public DbSet<ScoreStep> ScoreSteps => Set<ScoreStep>();
    public DbSet<ScoreTie> ScoreTies => Set<ScoreTie>();
    public DbSet<QuickReport> QuickReports => Set<QuickReport>();
    public DbSet<IssuedPaper> IssuedPapers => Set<IssuedPaper>();
    public DbSet<ReportFile> ReportFiles => Set<ReportFile>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Report>().Ignore(report => report.Period).Property(report => report.Id).ValueGeneratedNever();
        modelBuilder.Entity<ReportEdition>().HasKey(edition => new { edition.ReportId, edition.Edition });
        modelBuilder.Entity<ReportApproval>().Property(approval => approval.Id).ValueGeneratedNever();
        modelBuilder.Entity<CellFlag>().Property(flag => flag.Id).ValueGeneratedNever();
        modelBuilder.Entity<CellEntry>().Property(entry => entry.Id).ValueGeneratedNever();
        modelBuilder.Entity<CheckExplanation>().Property(explanation => explanation.Id).ValueGeneratedNever();
        modelBuilder.Entity<ConsolidatedEdition>().Property(edition => edition.Id).ValueGeneratedNever();
        modelBuilder
            .Entity<LockException>()
            .Ignore(exception => exception.Period)
            .Property(exception => exception.Id)
            .ValueGeneratedNever();
        modelBuilder.HasRequests();
        modelBuilder.HasScores();
        modelBuilder.HasQuickReports();
        modelBuilder.HasReportFiles();
        modelBuilder.Entity<IssuedPaper>().HasKey(paper => new { paper.ReportId, paper.N });
        // Read through the function facts_of only, which needs a unit and a window.
        modelBuilder.Entity<Fact>().HasNoKey().ToView(null);
    }
}
