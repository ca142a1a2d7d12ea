using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>Decides the score of a unit for a year; again where it was wrong, as a further decision that keeps the one before.</summary>
public static class DecideScore
{
    /// <param name="Bonus">Points added.</param>
    /// <param name="BonusGround">The recognised "Dân vận khéo" that they are given for.</param>
    /// <param name="Deduction">Points taken off.</param>
    /// <param name="DeductionGround">What they are taken off for.</param>
    /// <param name="Findings">What was found about the unit and its leaders. That it did not score itself is derived.</param>
    /// <param name="Reason">Why it is decided anew; needed from the second decision on.</param>
    public sealed record Request(
        decimal Bonus = 0,
        [Text(2000)] string? BonusGround = null,
        decimal Deduction = 0,
        [Text(2000)] string? DeductionGround = null,
        [Items(0, 20)] IReadOnlyList<FoundHere>? Findings = null,
        [Text(2000)] string? Reason = null
    );

    /// <param name="Ground">What it rests on, such as the number of a decision.</param>
    public sealed record FoundHere(Finding Finding, [Text(2000)] string Ground);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/assessments/{id:guid}/decisions", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Decide the score of a unit")
            .WithDescription(
                "Quyết định điểm và xếp loại, kèm mọi quy tắc đã áp dụng; đơn vị không tự chấm điểm thì không hoàn thành. "
                    + "A further decision corrects the one before, with a reason; both stay in the history."
            )
            .WithExample(
                new Request(
                    2,
                    "Một mô hình được công nhận cấp tỉnh theo Quyết định 105/QĐ-UBND.",
                    Findings: [new(Finding.LeaderReprimanded, "Quyết định 31/QĐ-UBND")],
                    Reason: "Bổ sung kết quả công nhận mô hình."
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
            (assessment, scheme, steps) =>
            {
                var (today, stage) = (clock.Today(), scheme.Stage(ScoreStage.Review, assessment.Year));
                if (Faults(request, scheme) is { Count: > 0 } wrong)
                    return (null, Problems.Invalid(wrong));
                var refused =
                    stage.Refuses(today)
                    ?? assessment.RefusesDecision(caller, scheme.Stage(ScoreStage.SelfScore, assessment.Year), today)
                    ?? (assessment.Decisions > 0 && request.Reason is null ? RefusedScore.NeedsReason : null);
                if (refused is not null)
                    return (null, refused.ToProblem());
                var document = Document(assessment, scheme, ScoreCriterionView.Of(assessment.Criteria, steps), request);
                assessment.Decide(document.Score);
                db.Announce(assessment, Decided(document, caller, today));
                var content = KeptJson.Write(document);
                return (assessment.Step(ScoreStepKind.Decision, caller, document.Score.Total, content, stage.IsOver(today), clock), null);
            },
            ct
        );

    static Dictionary<string, string[]> Faults(Request request, ScoringScheme scheme)
    {
        var wrong = new Dictionary<string, string[]>();
        wrong.Beside("bonus", request.Bonus, request.BonusGround, scheme.LargestBonus);
        wrong.Beside("deduction", request.Deduction, request.DeductionGround, scheme.LargestDeduction);
        foreach (var (index, found) in (request.Findings ?? []).Index())
            if (found.Finding is Finding.NoSelfAssessment)
                wrong.Say(
                    $"findings[{index}].finding",
                    (
                        "Việc không tự chấm điểm do hệ thống xác định, không nhập.",
                        "That a unit did not score itself is derived, never entered."
                    )
                );
        return wrong;
    }

    static ScoreDocument Document(
        ScoreAssessment assessment,
        ScoringScheme scheme,
        IReadOnlyList<ScoreCriterionView> criteria,
        Request request
    )
    {
        List<Found> findings = [.. (request.Findings ?? []).Select(found => new Found(found.Finding, found.Ground))];
        if (assessment.SelfAssessedOn is null)
            findings.Add(new(Finding.NoSelfAssessment, null));
        var score = scheme.Judge(
            [.. criteria.Select(one => one.Counted).OfType<decimal>()],
            request.Bonus,
            request.Deduction,
            findings.Select(found => found.Finding).ToHashSet()
        );
        return new(
            assessment.Id,
            assessment.UnitId,
            scheme.Code,
            scheme.Article,
            assessment.Year,
            assessment.Decisions + 1,
            assessment.Decisions > 0 ? request.Reason : null,
            criteria,
            request.Bonus,
            request.BonusGround,
            request.Deduction,
            request.DeductionGround,
            findings,
            score
        );
    }

    static ScoreDecided Decided(ScoreDocument document, Caller caller, DateOnly today) =>
        new(
            document.AssessmentId,
            document.UnitId,
            caller.UnitId!.Value,
            document.Scheme,
            document.Year,
            document.Number,
            document.Score.Total,
            EnumNames.Of(document.Score.Rank),
            document.Score.MayBeProposed,
            today
        );
}
