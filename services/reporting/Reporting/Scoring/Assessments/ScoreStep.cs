namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>What was done to an assessment.</summary>
public enum ScoreStepKind
{
    /// <summary>The unit scored itself.</summary>
    SelfAssessment,

    /// <summary>A unit above gave its own points.</summary>
    Review,

    /// <summary>A unit above decided.</summary>
    Decision,
}

/// <summary>A step of an assessment, for good: what comes later takes its place and leaves it readable.</summary>
public sealed class ScoreStep
{
    public required Guid AssessmentId { get; init; }

    /// <summary>The version of the assessment that it made: steps are in its order.</summary>
    public required int Version { get; init; }
    public required ScoreStepKind Kind { get; init; }

    /// <summary>The unit that took it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Points together.</summary>
    public required decimal Total { get; init; }

    /// <summary>A <see cref="ScoreSheet"/>, or a <see cref="ScoreDocument"/> where it decides.</summary>
    public required string Content { get; init; }

    /// <summary>Whether it was taken after the last day of its stage.</summary>
    public required bool IsLate { get; init; }

    /// <summary>The account or client.</summary>
    public required string TakenBy { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
}

/// <summary>Points that were given, by the unit itself or by the one above.</summary>
/// <param name="Points">Every criterion once.</param>
/// <param name="Bonus">Points that the unit claims beside them; none in a review.</param>
/// <param name="BonusGround">The recognised models that they are claimed for.</param>
public sealed record ScoreSheet(IReadOnlyList<GivenPoints> Points, decimal Bonus = 0, string? BonusGround = null);

/// <param name="Code">The criterion.</param>
/// <param name="Text">The unit's explanation; or, in a review, why the points differ from the unit's.</param>
public sealed record GivenPoints(string Code, decimal Points, string? Text);

/// <summary>What was decided, whole.</summary>
/// <param name="Article">The decision that the scheme comes from.</param>
/// <param name="Number">Counts the decisions on the assessment from 1.</param>
/// <param name="Reason">Why it takes the place of the one before; absent at the first.</param>
/// <param name="Criteria">With the unit's points and the reviewer's beside each other.</param>
/// <param name="BonusGround">The recognised models that the bonus is given for, as entered.</param>
/// <param name="Findings">With <c>NO_SELF_ASSESSMENT</c> where the unit did not score itself.</param>
/// <param name="Score">The rank with every rule that made it.</param>
public sealed record ScoreDocument(
    Guid AssessmentId,
    Guid UnitId,
    string Scheme,
    string Article,
    int Year,
    int Number,
    string? Reason,
    IReadOnlyList<ScoreCriterionView> Criteria,
    decimal Bonus,
    string? BonusGround,
    decimal Deduction,
    string? DeductionGround,
    IReadOnlyList<Found> Findings,
    Score Score
);

/// <param name="Ground">What it rests on, such as the number of a decision; absent where it is derived.</param>
public sealed record Found(Finding Finding, string? Ground);
