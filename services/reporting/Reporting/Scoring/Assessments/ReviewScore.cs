using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>A unit above gives its own points (thẩm định).</summary>
public static class ReviewScore
{
    /// <param name="Criteria">Every criterion once.</param>
    public sealed record Request([Items(1, 200)] IReadOnlyList<Criterion> Criteria);

    /// <param name="Points">From 0 to the most that it gives.</param>
    /// <param name="Reason">Why they are not the unit's; needed where they differ.</param>
    public sealed record Criterion([Text(32)] string Code, decimal Points, [Text(4000)] string? Reason = null);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPut("/assessments/{id:guid}/review", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Review the points of a unit, criterion by criterion")
            .WithDescription(
                "Thẩm định từng tiêu chí: điểm của cấp trên đứng cạnh điểm tự chấm, khác nhau thì nêu lý do. These points count. "
                    + "After a decision a review prepares the next one; the decision stands until then."
            )
            .WithExample(
                new Request([
                    new("TC1", 10, "Đủ văn bản."),
                    new("TC2", 44, "Có 5 kiến nghị quá hạn, không phải 3."),
                    new("TC3", 38, "Thống nhất với đơn vị."),
                ])
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
            (assessment, scheme, steps) =>
            {
                var (today, stage) = (clock.Today(), scheme.Stage(ScoreStage.Review, assessment.Year));
                var own = ScoreCriterionView.Of(assessment.Criteria, steps).ToDictionary(one => one.Code, one => one.OwnPoints);
                GivenPoints[] given = [.. request.Criteria.Select(one => new GivenPoints(one.Code, one.Points, one.Reason))];
                var wrong = GivenSheet.Faults(given, assessment.Criteria);
                foreach (var (index, one) in given.Index())
                    if (one.Text is null && own.TryGetValue(one.Code, out var points) && points != one.Points)
                        wrong.Say(
                            $"criteria[{index}].reason",
                            ("Điểm thẩm định khác điểm tự chấm thì phải nêu lý do.", "Points that differ from the unit's need a reason.")
                        );
                if (wrong.Count > 0)
                    return (null, Problems.Invalid(wrong));
                if ((stage.Refuses(today) ?? assessment.Review(caller)) is { } refused)
                    return (null, refused.ToProblem());
                var (total, differing) = (given.Sum(one => one.Points), given.Count(one => own[one.Code] != one.Points));
                db.Announce(
                    assessment,
                    new ScoreReviewed(
                        assessment.Id,
                        assessment.UnitId,
                        caller.UnitId!.Value,
                        scheme.Code,
                        assessment.Year,
                        total,
                        differing,
                        today
                    )
                );
                var sheet = KeptJson.Write(new ScoreSheet(given));
                return (assessment.Step(ScoreStepKind.Review, caller, total, sheet, stage.IsOver(today), clock), null);
            },
            ct
        );
}
