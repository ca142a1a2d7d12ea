using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>A unit scores itself (tự chấm điểm).</summary>
public static class AssessSelf
{
    /// <param name="Criteria">Every criterion once.</param>
    /// <param name="Bonus">Points claimed beside them.</param>
    /// <param name="BonusGround">The recognised "Dân vận khéo" that they are claimed for.</param>
    public sealed record Request(
        [Items(1, 200)] IReadOnlyList<Criterion> Criteria,
        decimal Bonus = 0,
        [Text(2000)] string? BonusGround = null
    );

    /// <param name="Points">From 0 to the most that it gives.</param>
    /// <param name="Explanation">What they are given for.</param>
    public sealed record Criterion([Text(32)] string Code, decimal Points, [Text(4000)] string Explanation);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPut("/assessments/{id:guid}/self-assessment", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Score the own unit")
            .WithDescription(
                "Đơn vị tự chấm điểm, có giải trình từng tiêu chí; chấm lại được cho đến khi cấp trên thẩm định. "
                    + "Refused before the first day of self-assessment; after its last day taken all the same, and told as late."
            )
            .WithExample(
                new Request(
                    [
                        new("TC1", 10, "Kế hoạch ban hành trong quý I; phân công bằng văn bản."),
                        new("TC2", 46.5m, "24 cuộc đối thoại; còn 3 kiến nghị quá hạn."),
                        new("TC3", 38, "100% thôn công khai; hai thủ tục trễ hạn."),
                    ],
                    2,
                    "Một mô hình được công nhận cấp tỉnh theo Quyết định 105/QĐ-UBND."
                )
            );

    static Task<Results<Ok<AssessmentView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        ScoringCatalogue schemes,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            schemes,
            (assessment, scheme, _) =>
            {
                var (today, stage) = (clock.Today(), scheme.Stage(ScoreStage.SelfScore, assessment.Year));
                GivenPoints[] given = [.. request.Criteria.Select(one => new GivenPoints(one.Code, one.Points, one.Explanation))];
                var wrong = GivenSheet.Faults(given, assessment.Criteria);
                wrong.Beside("bonus", request.Bonus, request.BonusGround, scheme.LargestBonus);
                if (wrong.Count > 0)
                    return (null, Problems.Invalid(wrong));
                if ((stage.Refuses(today) ?? assessment.AssessSelf(caller, today)) is { } refused)
                    return (null, refused.ToProblem());
                var (total, late) = (given.Sum(one => one.Points) + request.Bonus, stage.IsOver(today));
                db.Announce(
                    assessment,
                    new ScoreSelfAssessed(assessment.Id, assessment.UnitId, scheme.Code, assessment.Year, total, today, late)
                );
                var sheet = KeptJson.Write(new ScoreSheet(given, request.Bonus, request.BonusGround));
                return (assessment.Step(ScoreStepKind.SelfAssessment, caller, total, sheet, late, clock), null);
            },
            ct
        );
}
