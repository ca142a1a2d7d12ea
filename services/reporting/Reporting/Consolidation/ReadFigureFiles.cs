using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Files;
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
        return TypedResults.Ok(
            await db
                .Database.SqlQuery<Put>(
                    $"""
                    select r.id as "ReportId", r.unit_id as "UnitId", f.sha256 as "Sha256", f.type as "Type", f.length as "Length"
                    from collections k
                    join contributions c on c.collection_id = k.id and c.basis = {asked.Collection.Basis}::figure_basis and c.cell = {cell}
                    join reports r on r.unit_id = c.unit_id and r.form = k.form and r.regime = k.regime and r.period_kind = k.period_kind
                        and r.period_year = k.period_year and r.period_index = k.period_index
                    join report_files f on f.report_id = r.id and f.sha256 = c.text
                    where k.id = {asked.Collection.Id} and c.unit_id = any ({units})
                    """
                )
                .ToPage(page, put => put.ReportId, put => put.In(cell), ct)
        );
    }

    sealed record Put(Guid ReportId, Guid UnitId, string Sha256, string Type, long Length)
    {
        public Annex In(string cell) =>
            new(UnitId, ReportId, ReportFileView.Of(ReportId, cell, Sha256, EnumNames.Parse<FileType>(Type), Length));
    }
}
