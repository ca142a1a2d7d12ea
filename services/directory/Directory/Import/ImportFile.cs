using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Chassis.Operations;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Import;

/// <summary>Takes a file of units or of mergers in two phases: a dry run answers row by row, applying the same file is an operation with progress.</summary>
public static class ImportFile
{
    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/imports", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .Accepts<Stream>("text/csv", "application/json")
            .AllowBody(CsvTable.LargestFile)
            .WithExample("code,level,kind,name,full_name,parent_code\n99,province,province,Ví Dụ Chín,Tỉnh Ví Dụ Chín,\n")
            .WithSummary("Import administrative units, or the mergers of a reorganisation, from CSV or JSON")
            .WithDescription(
                "kind=units: code,level,kind,name,full_name,parent_code. kind=mergers: old_code,old_full_name,new_code,new_full_name, declared for the "
                    + "date and carried out by the list of units of that date. With completeList the administrative units that the list does not name "
                    + "end on that date. As JSON: an array of objects with the same columns in camelCase. The same file may be sent again: what already "
                    + "stands is passed over."
            );

    static async Task<Results<Ok<ImportReport>, Accepted<OperationView>, ProblemHttpResult>> Handle(
        [Pattern("units|mergers")] string kind,
        [BusinessDate] DateOnly effectiveFrom,
        [Text(500)] string legalBasis,
        bool? dryRun,
        bool? completeList,
        Stream body,
        SentAs sent,
        BlobStore blobs,
        DirectoryDb db,
        OperationQueue operations,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!caller.IsRoot())
            return OnlyTheRoot.ToProblem();
        using var file = new MemoryStream();
        await body.CopyToAsync(file, ct);
        var terms = new ImportTerms(effectiveFrom, legalBasis, completeList ?? false);
        var json = sent.Json;
        var (plan, refused) = await Importer.Plan(db, kind, file.ToArray(), json, terms, ct);
        if (plan is null)
            return Problems.Invalid(new Dictionary<string, string[]> { [refused!.Field ?? "$"] = [Phrases.Of(refused.Vi, refused.En)] });
        if (dryRun ?? false)
            return TypedResults.Ok(plan.Report(withRows: true));
        if (plan.Results.Any(row => row.Outcome is RowOutcome.Problem))
            return Problems.Invalid(ErrorsOf(plan));
        file.Position = 0;
        var blob = await blobs.Save(file, ct);
        return await operations.Enqueue<ApplyImport>(
            new ApplyImport.Input(kind, blob, terms.On, terms.LegalBasis, terms.CompleteList, json),
            caller,
            ct
        );
    }

    static readonly Rejection OnlyTheRoot = new(
        "imports.only-the-root",
        "Chỉ đơn vị gốc được nhập danh mục đơn vị hành chính.",
        "Only the root unit imports administrative units.",
        StatusCodes.Status403Forbidden
    );

    static Dictionary<string, string[]> ErrorsOf(ImportPlan plan) =>
        plan
            .Results.Where(row => row.Outcome is RowOutcome.Problem)
            .Take(100)
            .GroupBy(row => $"line {row.Line}")
            .ToDictionary(
                line => line.Key,
                line => line.Select(row => $"{row.Code}: {Phrases.Of(row.Reason!.Vi, row.Reason.En)}").ToArray()
            );

    /// <summary>In which of its two forms the file was sent.</summary>
    internal sealed record SentAs(bool Json)
    {
        public static ValueTask<SentAs?> BindAsync(HttpContext context) =>
            ValueTask.FromResult<SentAs?>(
                new(context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is true)
            );
    }
}
