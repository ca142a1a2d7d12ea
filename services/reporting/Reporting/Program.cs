using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Charts;
using DanVan.Reporting.Checks;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Documents;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Exchange;
using DanVan.Reporting.Facts;
using DanVan.Reporting.Following;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reminders;
using DanVan.Reporting.Reorganisations;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Scoring;
using DanVan.Reporting.Sheets;

var builder = HostingExtensions.CreateBuilder(args);
builder.AddChassis<ReportingDb>("reporting");
builder.Services.AddDirectoryReplica();
builder.Services.AddReorganisations<WhenReorganisationImpactIsAsked, WhenReorganisationIsCarriedOut>();

builder.Services.AddSingleton(RegimeCatalogue.Shipped());
builder.Services.AddSingleton(FormCatalogue.Shipped());
builder.Services.AddSingleton(ScoringCatalogue.Shipped());
builder.Services.AddSingleton(DutyCatalogue.Load(builder.Configuration["Duties:RulesFile"]));
builder.Services.AddConsolidation();
builder.Services.AddExchange();
builder.Services.AddScoped<PeriodLocks>().AddScoped<ReportRules>();
builder.Services.AddReminders();
builder.Services.AddSheets();
builder.Services.AddPapers(builder.Configuration);
builder.Services.AddBatchReaction<RecordFacts>("facts", Consumed.Contracts);

var app = builder.Build();
app.UseChassis();

ListPeriods.Map(app.MapResource("/api/v1/periods", "reports"));
ReadForms.Map(app.MapResource("/api/v1/forms", "reports"));

var duties = app.MapResource("/api/v1/duties", "reports");
ReadCompleteness.Map(duties);
ReadCompletenessChart.Map(duties);
GrantException.Map(duties);
RevokeException.Map(duties);
ReadExceptions.Map(duties);
var scores = app.MapResource("/api/v1/scores", "reports");
ReadSchemes.Map(scores);
WhatIfScore.Map(scores);

var figures = app.MapResource("/api/v1/figures", "figures");
figures.MapFigures();
ReadFigureDataset.Map(figures);
ReadTrendChart.Map(figures);
app.MapResource("/api/v1/consolidations", "figures").MapConsolidations();

var reports = app.MapResource("/api/v1/reports", "reports");
OpenReport.Map(reports);
ListReports.Map(reports);
ReadReport.Map(reports);
ReadCells.Map(reports);
EnterCells.Map(reports);
WithdrawOverride.Map(reports);
ReadLineage.Map(reports);
ReadCellHistory.Map(reports);
ReadChecks.Map(reports);
ExplainCheck.Map(reports);
SubmitReport.Map(reports);
ReturnReport.Map(reports);
ApproveReport.Map(reports);
CorrectReport.Map(reports);
ReadEditions.Map(reports);
CompareEditions.Map(reports);
ReadChanges.Map(reports);
ReadHistory.Map(reports);
HandOverReport.Map(reports);
app.MapSheets(reports);
ReadReportDataset.Map(reports);
reports.MapPapers();

return await app.RunServiceAsync(args);
