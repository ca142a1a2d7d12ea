using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Sheets;

/// <summary>Takes the cells of many reports at once, in two phases: a dry run answers row by row, the other enters all of the file or nothing, or what it can.</summary>
public static class ImportCells
{
    const int MostFaults = 100;

    public static void Map(RouteGroupBuilder group, ImportOptions limits)
    {
        var imports = group
            .MapPost("/imports", Handle)
            .RequireScope("reporting.write")
            .RequireIdempotencyKey()
            .Accepts<Stream>("text/csv", "application/json")
            .AllowBody(limits.Longest)
            .WithSummary("Enter the cells of many reports from CSV or JSON")
            .WithDescription(
                "Nhập số liệu của nhiều báo cáo. `dryRun=true` trả kết quả từng dòng, không ghi gì; `partial=true` ghi những dòng đúng, nếu không thì ghi tất cả hoặc không ghi gì. "
                    + "CSV in UTF-8 with the columns form,regime,periodKind,year,index,unit,indicator,state,number,text,reason and, where the law does not fix them, from,to. With commas "
                    + "between fields numbers are 1234.5, with semicolons 1.234,5. As JSON: an array of objects with the same members. Reports are opened where there are none."
            )
            .WithExample(Example);
        imports.WithRequestTimeout(TimeSpan.FromSeconds(limits.Seconds));
    }

    static readonly string Example = $"""
        form,regime,periodKind,year,index,unit,indicator,state,number,text,reason
        TTCP_TCD,TTCP_06_2025,QUARTER,2026,2,{RootUnit.Id},TCD01,REPORTED,1647,,
        TTCP_TCD,TTCP_06_2025,QUARTER,2026,2,{RootUnit.Id},TCD04,UNSPECIFIED,,,

        """;

    static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> Handle(
        bool? dryRun,
        bool? partial,
        Stream body,
        SentAs sent,
        ReportingDb db,
        ReportRules rules,
        Caller caller,
        IOptions<ImportOptions> limits,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        using var file = new MemoryStream();
        await body.CopyToAsync(file, ct);
        var (rows, refused) = ImportFile.Read(file.ToArray(), sent.Json, limits.Value);
        if (refused is not null)
            return refused.ToProblem();
        if (rows.Select(row => row.Row is { } one ? (one.Form, one.Period, one.Unit) : default).Distinct().Count() > limits.Value.Reports)
            return RefusedFile.TooManyReports(limits.Value.Reports).ToProblem();

        var plan = new ImportPlan(db, rules, caller, clock, dryRun is true);
        await plan.Take(rows, ct);
        if (dryRun is not true && partial is not true && plan.Results.Any(row => row.Outcome is RowOutcome.Refused))
            return Problems.Invalid(ErrorsOf(plan));
        if (dryRun is not true)
            await Enter(plan, db, caller, clock, ct);
        return TypedResults.Ok(Answer(plan, dryRun is true));
    }

    // In the transaction of the request, which Idempotency-Key opens: a report announces one thing a save, and a new one two.
    static async Task Enter(ImportPlan plan, ReportingDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        foreach (var (report, isNew, _, _) in plan.Reports)
            if (isNew)
                db.Open(report);
        await db.SaveChangesAsync(ct);
        foreach (var (report, _, form, cells) in plan.Reports)
            db.Enter(report, form, cells, caller, clock);
        await db.SaveChangesAsync(ct);
    }

    static ImportAnswer Answer(ImportPlan plan, bool dryRun)
    {
        var rows = plan.Results;
        return new(
            dryRun,
            rows.Count(row => row.Outcome is RowOutcome.Entered),
            rows.Count(row => row.Outcome is RowOutcome.Unchanged),
            rows.Count(row => row.Outcome is RowOutcome.Refused),
            plan.Reports.Count(report => report.IsNew),
            rows
        );
    }

    static Dictionary<string, string[]> ErrorsOf(ImportPlan plan) =>
        plan
            .Results.Where(row => row.Fault is not null)
            .Take(MostFaults)
            .ToDictionary(row => $"row {row.Row}", row => (string[])[$"{row.Fault!.Field}: {row.Fault.Message}"]);

    /// <summary>In which of its two forms the file was sent.</summary>
    internal sealed record SentAs(bool Json)
    {
        public static ValueTask<SentAs?> BindAsync(HttpContext context) =>
            ValueTask.FromResult<SentAs?>(new(context.Request.HasJsonContentType()));
    }
}
