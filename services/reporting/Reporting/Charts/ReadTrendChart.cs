using System.Text;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Charts;

/// <summary>A series of figures to be looked at.</summary>
public static class ReadTrendChart
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{cell}/chart.svg", Handle)
            .RequireScope("reporting.read")
            .Produces<string>(StatusCodes.Status200OK, Svg.MediaType)
            .WithSummary("A figure period after period as a chart (SVG)")
            .WithDescription(
                "Biểu đồ xu hướng của một chỉ tiêu qua các kỳ (SVG, tiếng Việt, có mô tả cho trình đọc màn hình). The same questions as `…/series`; its answer in a picture."
            );

    static async Task<Results<ContentHttpResult, NotFound, ProblemHttpResult>> Handle(
        string cell,
        [AsParameters] ReadSeries.Question question,
        FigureDesk desk,
        RegimeCatalogue regimes,
        FormCatalogue forms,
        UnitTree tree,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var answer = await ReadSeries.Handle(cell, question, desk, regimes, forms, caller, clock, ct);
        if (answer.Result is ProblemHttpResult problem)
            return problem;
        if (answer.Result is not Ok<ReadSeries.Answer> { Value: { } series })
            return TypedResults.NotFound();
        var form = forms.All.Last(form => form.Code == question.Form && form.Find(cell) is not null);
        if (form.Find(cell) is not { HoldsNumber: true } indicator)
            return TypedResults.NotFound();
        var below = string.Join(
            " · ",
            tree.FindOrLast(series.UnitId, clock.Today())?.FullName ?? $"{series.UnitId}",
            series.Basis is Basis.Approved ? "báo cáo đã phê duyệt" : "báo cáo đã gửi",
            series.Mode switch
            {
                SeriesMode.SumOfPredecessors => "trước sắp xếp: cộng các đơn vị tiền thân",
                SeriesMode.RestatedToCurrent => "quy về địa giới hôm nay",
                _ => "theo địa giới từng kỳ",
            }
        );
        return TypedResults.Text(TrendChart.Draw(indicator, below, series.Points), Svg.MediaType, Encoding.UTF8);
    }
}
