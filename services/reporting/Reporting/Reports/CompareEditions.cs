using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Reports;

/// <summary>What has changed in a report between two of its editions, or since one of them, cell by cell.</summary>
public static class CompareEditions
{
    /// <param name="From">The edition to compare with.</param>
    /// <param name="To">The edition to compare; what the report says now when left out.</param>
    public sealed record Question([FromQuery] [Whole(1, 9999)] int From, [FromQuery] [Whole(1, 9999)] int? To = null);

    /// <param name="From">The edition compared with.</param>
    /// <param name="To">The edition compared; absent for what the report says now.</param>
    /// <param name="Changes">The cells that say something else, in the order of the form.</param>
    public sealed record Answer(Guid ReportId, int ReportVersion, int From, int? To, IReadOnlyList<Change> Changes);

    /// <param name="Code">The cell.</param>
    /// <param name="Before">What it said.</param>
    /// <param name="After">What it says.</param>
    public sealed record Change(string Code, CellValue Before, CellValue After);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/changes", Handle)
            .RequireScope("reporting.read")
            .WithSummary("What has changed between two editions of a report, cell by cell")
            .WithDescription(
                "So sánh hai bản đã phê duyệt theo từng ô: từ giá trị nào thành giá trị nào. Without `to`: with what the report says now, as it stands sent, "
                    + "or else as events and entries make its cells at this moment."
            )
            .WithResponseExample(Example);

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        [AsParameters] Question question,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        CancellationToken ct
    )
    {
        // What it says now is more than what was approved.
        if (await (question.To is null ? db.FindReportFor(caller, id, ct) : db.FindKnownReport(caller, id, ct)) is not { } report)
            return TypedResults.NotFound();
        if (await db.ApprovedContent(id, question.From, ct) is not { } from)
            return NoSuchEdition("from", question.From).ToProblem();
        if (await Compared(report, question.To, db, forms, ct) is not { } after)
            return NoSuchEdition("to", question.To!.Value).ToProblem();
        return TypedResults.Ok(new Answer(id, report.Version, question.From, question.To, Between(FrozenContent.Read(from).Cells, after)));
    }

    /// <summary>The cells that say something else; one that the other side lacks says nothing there.</summary>
    internal static IReadOnlyList<Change> Between(IReadOnlyList<Cell> before, IReadOnlyList<Cell> after)
    {
        var said = before.ToDictionary(cell => cell.Code, cell => cell.Value);
        return
        [
            .. from cell in after.Concat(before.ExceptBy(after.Select(cell => cell.Code), cell => cell.Code).Select(Gone))
            let was = said.GetValueOrDefault(cell.Code, CellValue.NotReported)
            where was != cell.Value
            select new Change(cell.Code, was, cell.Value),
        ];

        static Cell Gone(Cell cell) => new(cell.Code, CellValue.NotReported);
    }

    static async Task<IReadOnlyList<Cell>?> Compared(Report report, int? to, ReportingDb db, FormCatalogue forms, CancellationToken ct)
    {
        if (to is { } edition)
            return await db.ApprovedContent(report.Id, edition, ct) is { } content ? FrozenContent.Read(content).Cells : null;
        if (report is { State: ReportState.Submitted, Content: { } sent })
            return FrozenContent.Read(sent).Cells;
        return (await db.CellsNow(report, forms.Version(report.Form, report.FormVersion), ct)).Cells;
    }

    static Rejection NoSuchEdition(string field, int edition) =>
        new(
            "reporting.no-such-edition",
            $"Báo cáo không có bản số {edition} đã phê duyệt.",
            $"The report has no approved edition {edition}.",
            StatusCodes.Status404NotFound,
            field
        );

    static readonly Answer Example = new(
        new("01980b5c-7a00-7000-8000-000000000001"),
        7,
        1,
        2,
        [new("DT01", CellValue.Of(56), CellValue.Of(57)), new("QC10", CellValue.Unspecified, CellValue.Of(12))]
    );
}
