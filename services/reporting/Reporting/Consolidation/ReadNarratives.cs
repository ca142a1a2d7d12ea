using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

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
        FigureSums sums,
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
        var texts = await sums.SaidIn(asked.Collection, units, cell).ToPage(page, said => said.ReportId, said => said, ct);
        return TypedResults.Ok(new Page<Paragraph>([.. texts.Items.SelectMany(said => Paragraphs(said, cell))], texts.Next));
    }

    static IEnumerable<Paragraph> Paragraphs(Said said, string cell) =>
        said
            .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((text, i) => new Paragraph(said.UnitId, said.ReportId, i + 1, text, $"report/{said.ReportId}#{cell}/{i + 1}"));
}
