using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Sheets;

/// <summary>Takes a filled sheet in two phases: a dry run says what would change and what is wrong, the other enters all of it or nothing.</summary>
public static class FillSheet
{
    // An answer that names more is of no use to anybody.
    const int MostFaults = 100;

    public static void Map(RouteGroupBuilder group, SheetOptions limits) =>
        group
            .MapPut("/{id:guid}/sheet", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .Accepts<Stream>(ReadSheet.MediaType)
            .AllowBody(limits.Longest)
            .WithSummary("Enter cells from a filled sheet")
            .WithDescription(
                "Nhận biểu đã điền. Với `dryRun=true` chỉ cho biết ô nào sẽ đổi và dòng, cột nào sai, không ghi gì; nếu không thì ghi tất cả hoặc không ghi gì. "
                    + "The body is the workbook that GET gives. Rows are found by their codes and columns by their titles, wherever they were moved; a blank keeps what the cell "
                    + "has. `1.234,5` and `1,234.5` are both read; where both readings make sense, the Vietnamese holds (`1.234` is 1234). Refused: formulas, days where a "
                    + "number stands, macros, links to other files, the sheet of another report."
            );

    static async Task<Results<Ok<SheetAnswer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        bool? dryRun,
        Stream body,
        IfMatch ifMatch,
        ReportingDb db,
        FormCatalogue forms,
        PeriodLocks locks,
        Caller caller,
        IOptions<SheetOptions> limits,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        // To its end, whatever comes of it: who is still sending would not hear the answer.
        using var file = new MemoryStream();
        await body.CopyToAsync(file, ct);
        SheetTable? sheet = null;
        SheetPlan? plan = null;
        var edited = await db.Edit(
            id,
            ifMatch,
            caller,
            locks,
            async report =>
            {
                (sheet, var refused) = Read(file.ToArray(), SheetMark.Of(report), limits.Value);
                if (sheet is null)
                    return refused!.ToProblem();
                var form = forms.Version(report.Form, report.FormVersion);
                var (_, cells) = await db.CellsNow(report, form, ct);
                plan = SheetPlan.Of(form, cells, sheet);
                if (dryRun is true)
                    return null;
                if (plan.Faults.Count > 0)
                    return Problems.Invalid(ErrorsOf(plan));
                if (plan.Inputs.Count > 0)
                    db.Enter(report, form, plan.Inputs, caller, clock);
                return null;
            },
            ct
        );
        return edited.Result switch
        {
            Ok<ReportView> { Value: { } after } => TypedResults.Ok(
                new SheetAnswer(id, after.Version, dryRun is true, plan!.Changes, plan.Faults, sheet!.WithoutCode)
            ),
            ProblemHttpResult refused => refused,
            _ => TypedResults.NotFound(),
        };
    }

    static (SheetTable? Sheet, Rejection? Refused) Read(byte[] file, SheetMark own, SheetOptions limits)
    {
        var (sheet, refused) = SheetReader.Read(file, limits);
        return sheet is not null && sheet.Mark != own ? (null, RefusedSheet.OfAnother(sheet.Mark, own)) : (sheet, refused);
    }

    static Dictionary<string, string[]> ErrorsOf(SheetPlan plan) =>
        plan
            .Faults.Take(MostFaults)
            .GroupBy(fault => $"{fault.Column}{fault.Row}")
            .ToDictionary(
                place => place.Key,
                place => place.Select(fault => fault.Code is { } code ? $"{code}: {fault.Message}" : fault.Message).ToArray()
            );
}
