using System.Text;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Charts;

/// <summary>Who has sent what was owed, to be looked at.</summary>
public static class ReadCompletenessChart
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/completeness.svg", Handle)
            .RequireScope("reporting.read")
            .Produces<string>(StatusCodes.Status200OK, Svg.MediaType)
            .WithSummary("Who has sent what was owed for a period, unit by unit, as a chart (SVG)")
            .WithDescription(
                "Biểu đồ tiến độ gửi báo cáo theo từng đơn vị trực thuộc (SVG, tiếng Việt, có mô tả cho trình đọc màn hình). The same questions as `/completeness`; its answer in a picture."
            );

    static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(
        [AsParameters] ReadCompleteness.Question question,
        ReportingDb db,
        Caller caller,
        UnitTree tree,
        FormCatalogue forms,
        DutyDesk duties,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var answer = await ReadCompleteness.Handle(question, db, caller, tree, forms, duties, clock, ct);
        if (answer.Result is not Ok<ReadCompleteness.Answer> { Value: { } read })
            return (ProblemHttpResult)answer.Result;
        var form = forms.InForce(question.Form, read.Period, out _)!;
        var below = string.Join(
            " · ",
            form.Name.Vi,
            read.Period.Label.Vi,
            tree.FindOrLast(read.UnitId, read.Period.To)?.FullName ?? $"{read.UnitId}",
            $"ngày {clock.Today():dd/MM/yyyy}"
        );
        return TypedResults.Text(CompletenessChart.Draw(below, read), Svg.MediaType, Encoding.UTF8);
    }
}
