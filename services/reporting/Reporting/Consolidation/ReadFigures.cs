using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Consolidation;

/// <summary>What the reports of a unit and of all below it add up to.</summary>
public static class ReadFigures
{
    /// <param name="FormVersion">Version of the form.</param>
    /// <param name="Period">The period with its days.</param>
    /// <param name="Tree">On which tree.</param>
    /// <param name="Coverage">How many reports they stand on.</param>
    /// <param name="Pending">Reports that changed just now and are not added up yet; 0 once they are, within a second.</param>
    /// <param name="NotRestatable">Units that were split since, and so cannot be told to lie below this one or not: their figures are left out.</param>
    /// <param name="Cells">The cells, in the order of the form.</param>
    public sealed record Answer(
        Guid UnitId,
        string Form,
        int FormVersion,
        Period Period,
        Basis Basis,
        TreeReading Tree,
        Coverage Coverage,
        int Pending,
        IReadOnlyList<Guid> NotRestatable,
        IReadOnlyList<ConsolidatedCell> Cells
    );

    /// <param name="Figure">The cell.</param>
    public sealed record One(Guid UnitId, Period Period, Basis Basis, TreeReading Tree, Coverage Coverage, ConsolidatedCell Figure);

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{cell}", GetOne)
            .RequireScope("reporting.read")
            .WithSummary("One consolidated figure of a unit and all below it")
            .WithDescription("Một số liệu tổng hợp. The same as in the list of all, for who needs one.");
        group
            .MapGet("", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Consolidated figures of a unit and all below it")
            .WithDescription(
                "Số liệu tổng hợp của một đơn vị và toàn bộ đơn vị cấp dưới, kèm số báo cáo đã tính và còn thiếu. Sums of what the units reported themselves; "
                    + "ratios are divided anew from added parts. As it was (`tree=AS_WAS`), or on today's tree (`tree=RESTATED`)."
            );
    }

    static async Task<Results<Ok<One>, NotFound, ProblemHttpResult>> GetOne(
        string cell,
        [AsParameters] FigureQuestion question,
        FigureDesk desk,
        Caller caller,
        CancellationToken ct
    )
    {
        var (asked, refused) = await desk.Understand(question, caller, ct);
        if (asked is null)
            return refused!.ToProblem();
        if (asked.Form.Find(cell) is not { } indicator)
            return TypedResults.NotFound();
        var (totals, _) = await desk.Read(asked, ct, FigureDesk.CellsOf(indicator));
        return TypedResults.Ok(
            new One(
                asked.UnitId,
                asked.Period,
                asked.Basis,
                asked.Tree,
                desk.CoverageOf(asked, totals),
                ConsolidatedCell.Of(indicator, totals)
            )
        );
    }

    static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        [AsParameters] FigureQuestion question,
        FigureDesk desk,
        FigureSums sums,
        Caller caller,
        CancellationToken ct
    )
    {
        var (asked, refused) = await desk.Understand(question, caller, ct);
        if (asked is null)
            return refused!.ToProblem();
        var (totals, open) = await desk.Read(asked, ct);
        return TypedResults.Ok(
            new Answer(
                asked.UnitId,
                asked.Form.Code,
                asked.Form.Version,
                asked.Period,
                asked.Basis,
                asked.Tree,
                desk.CoverageOf(asked, totals),
                asked.Tree is TreeReading.AsWas ? await sums.Pending(asked.Collection, ct) : 0,
                open,
                ConsolidatedCell.Of(asked.Form, totals)
            )
        );
    }
}
