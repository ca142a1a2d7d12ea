using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>What the units wrote in a narrative cell, each with its source, for whoever writes the narrative of the unit above.</summary>
public static class ReadNarratives
{
    /// <param name="UnitId">Who wrote it.</param>
    /// <param name="ReportId">The report that says so.</param>
    /// <param name="Number">Which paragraph of the cell, from 1.</param>
    /// <param name="Text">The paragraph.</param>
    /// <param name="Citation">How to cite it: the report, the cell and the paragraph.</param>
    public sealed record Paragraph(Guid UnitId, Guid ReportId, int Number, string Text, string Citation);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{cell}/texts", Handle)
            .RequireScope("reporting.read")
            .WithSummary("What the units below wrote, paragraph by paragraph")
            .WithDescription(
                "Nội dung thuyết minh của các đơn vị cấp dưới, từng đoạn kèm trích dẫn nguồn. Texts are never merged by themselves: whoever writes the narrative "
                    + "above cites the paragraphs it stands on. A page is of reports; each brings all its paragraphs."
            );

    static async Task<Results<Ok<Page<Paragraph>>, NotFound, ProblemHttpResult>> Handle(
        string cell,
        [AsParameters] FigureQuestion question,
        [AsParameters] PageRequest page,
        FigureDesk desk,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var (asked, refused) = await desk.Understand(question, caller, ct);
        if (asked is null)
            return refused!.ToProblem();
        if (asked.Form.Find(cell) is not { Type: IndicatorType.Text })
            return TypedResults.NotFound();
        var units = FigureDesk.Inside(await desk.Placed(asked, ct));
        var texts = await db
            .Database.SqlQuery<Written>(
                $"""
                select r.id as "ReportId", r.unit_id as "UnitId", c.text as "Text"
                from collections k
                join contributions c on c.collection_id = k.id and c.basis = {asked.Collection.Basis}::figure_basis and c.cell = {cell}
                join reports r on r.unit_id = c.unit_id and r.form = k.form and r.regime = k.regime and r.period_kind = k.period_kind
                    and r.period_year = k.period_year and r.period_index = k.period_index
                where k.id = {asked.Collection.Id} and c.unit_id = any ({units}) and c.text is not null
                """
            )
            .ToPage(page, written => written.ReportId, written => written, ct);
        return TypedResults.Ok(new Page<Paragraph>([.. texts.Items.SelectMany(written => Paragraphs(written, cell))], texts.Next));
    }

    static IEnumerable<Paragraph> Paragraphs(Written written, string cell) =>
        written
            .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((text, i) => new Paragraph(written.UnitId, written.ReportId, i + 1, text, $"report/{written.ReportId}#{cell}/{i + 1}"));

    sealed record Written(Guid ReportId, Guid UnitId, string Text);
}
