using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Files;
using DanVan.Reporting.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>The files that the units put into a cell, for whoever gathers them above.</summary>
public static class ReadFigureFiles
{
    /// <param name="UnitId">Whose it is.</param>
    /// <param name="ReportId">The report that says so.</param>
    public sealed record Annex(Guid UnitId, Guid ReportId, ReportFileView File);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{cell}/files", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The files that the units below put into a cell")
            .WithDescription(
                "Phụ lục của các đơn vị cấp dưới tại một ô, mỗi báo cáo một tệp. Files have no sum: each is read at its `link`."
            );

    static async Task<Results<Ok<Page<Annex>>, NotFound, ProblemHttpResult>> Handle(
        string cell,
        [AsParameters] FigureQuestion question,
        [AsParameters] PageRequest page,
        FigureDesk desk,
        FigureSums sums,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var (asked, refused) = await desk.Understand(question, caller, ct);
        if (asked is null)
            return refused!.ToProblem();
        if (asked.Form.Find(cell) is not { Type: IndicatorType.File })
            return TypedResults.NotFound();
        var units = FigureDesk.Inside(await desk.Placed(asked, ct));
        var files =
            from said in sums.SaidIn(asked.Collection, units, cell)
            join file in db.ReportFiles on new { said.ReportId, Sha256 = said.Text } equals new { file.ReportId, file.Sha256 }
            select new { said.UnitId, File = file };
        return TypedResults.Ok(
            await files.ToPage(
                page,
                put => put.File.ReportId,
                put => new Annex(put.UnitId, put.File.ReportId, ReportFileView.Of(put.File, cell)),
                ct
            )
        );
    }
}
