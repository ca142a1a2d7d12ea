using DanVan.Chassis.Http;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>The score of a unit for a year, as a row of a list.</summary>
/// <param name="Decisions">How many decisions there were; the last one stands, also while it is reviewed anew.</param>
/// <param name="Total">Points as decided.</param>
/// <param name="Rank">As decided.</param>
/// <param name="MayBeProposed">As decided, whether the unit may be proposed for an award.</param>
public sealed record AssessmentRow(
    Guid Id,
    int Version,
    Guid UnitId,
    string Scheme,
    int Year,
    AssessmentState State,
    DateOnly? SelfAssessedOn,
    int Decisions,
    decimal? Total,
    Rank? Rank,
    bool? MayBeProposed
)
{
    internal static AssessmentRow Of(ScoreAssessment one) =>
        new(
            one.Id,
            one.Version,
            one.UnitId,
            one.Scheme,
            one.Year,
            one.State,
            one.SelfAssessedOn,
            one.Decisions,
            one.Total,
            one.Rank,
            one.MayBeProposed
        );
}

/// <summary>The score of a unit for a year: the unit's points, the reviewer's beside them, and what was decided.</summary>
/// <param name="Article">The decision that the scheme comes from; absent where the scheme is not known any more.</param>
/// <param name="Stages">The days on which it is scored, reviewed and decided.</param>
/// <param name="Own">What the unit sent, as a whole; absent until it has scored itself.</param>
/// <param name="Review">What the unit above sent, likewise.</param>
/// <param name="Decided">The decision that stands.</param>
public sealed record AssessmentView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Scheme,
    string? Article,
    int Year,
    AssessmentState State,
    IReadOnlyList<StageDays> Stages,
    IReadOnlyList<ScoreCriterionView> Criteria,
    ScoreStepView? Own,
    ScoreStepView? Review,
    ScoreStepView? Decided
) : IVersionedView
{
    internal static AssessmentView Of(ScoreAssessment assessment, ScoringScheme? scheme, IReadOnlyList<ScoreStep> steps) =>
        new(
            assessment.Id,
            assessment.Version,
            assessment.UnitId,
            assessment.Scheme,
            scheme?.Article,
            assessment.Year,
            assessment.State,
            [.. scheme?.Stages.Select(rule => rule.In(assessment.Year)) ?? []],
            ScoreCriterionView.Of(assessment.Criteria, steps),
            ScoreStepView.Last(steps, ScoreStepKind.SelfAssessment),
            ScoreStepView.Last(steps, ScoreStepKind.Review),
            ScoreStepView.Last(steps, ScoreStepKind.Decision)
        );
}

/// <summary>A criterion with the points of both.</summary>
/// <param name="Most">Points that it gives at most.</param>
/// <param name="OwnPoints">The unit's; absent until it has scored itself.</param>
/// <param name="Explanation">The unit's.</param>
/// <param name="ReviewedPoints">Those of the unit above, which count; absent until it has reviewed them.</param>
/// <param name="Reason">Why they differ.</param>
public sealed record ScoreCriterionView(
    string Code,
    string Part,
    string Name,
    decimal Most,
    decimal? OwnPoints,
    string? Explanation,
    decimal? ReviewedPoints,
    string? Reason
)
{
    /// <summary>The points that count; none where nobody has given any.</summary>
    internal decimal? Counted => ReviewedPoints ?? OwnPoints;

    internal static IReadOnlyList<ScoreCriterionView> Of(IReadOnlyList<ScoredCriterion> criteria, IReadOnlyList<ScoreStep> steps)
    {
        var (own, reviewed) = (Given(ScoreStepKind.SelfAssessment), Given(ScoreStepKind.Review));
        return
        [
            .. from criterion in criteria
            let ours = own.GetValueOrDefault(criterion.Code)
            let theirs = reviewed.GetValueOrDefault(criterion.Code)
            select new ScoreCriterionView(
                criterion.Code,
                criterion.Part,
                criterion.Name,
                criterion.Most,
                ours?.Points,
                ours?.Text,
                theirs?.Points,
                theirs?.Text
            ),
        ];

        Dictionary<string, GivenPoints> Given(ScoreStepKind kind) =>
            steps.LastOrDefault(step => step.Kind == kind) is { } last
                ? KeptJson.Read<ScoreSheet>(last.Content).Points.ToDictionary(given => given.Code)
                : [];
    }
}

/// <summary>A step of an assessment.</summary>
/// <param name="Version">The version of the assessment that it made.</param>
/// <param name="UnitId">The unit that took it.</param>
/// <param name="Total">Points together.</param>
/// <param name="Late">Whether it was taken after the last day of its stage.</param>
/// <param name="Sheet">What was given; absent where it decides.</param>
/// <param name="Document">What was decided; absent otherwise.</param>
public sealed record ScoreStepView(
    int Version,
    ScoreStepKind Kind,
    Guid UnitId,
    decimal Total,
    bool Late,
    string TakenBy,
    DateTimeOffset TakenAt,
    ScoreSheet? Sheet,
    ScoreDocument? Document
)
{
    internal static ScoreStepView? Last(IReadOnlyList<ScoreStep> steps, ScoreStepKind kind) =>
        steps.LastOrDefault(step => step.Kind == kind) is { } last ? Of(last) : null;

    internal static ScoreStepView Of(ScoreStep step) =>
        new(
            step.Version,
            step.Kind,
            step.UnitId,
            step.Total,
            step.IsLate,
            step.TakenBy,
            step.TakenAt,
            step.Kind is ScoreStepKind.Decision ? null : KeptJson.Read<ScoreSheet>(step.Content),
            step.Kind is ScoreStepKind.Decision ? KeptJson.Read<ScoreDocument>(step.Content) : null
        );
}
