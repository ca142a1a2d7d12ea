namespace DanVan.Reporting.Checks;

/// <summary>A rule of the form and what came of it for a report.</summary>
/// <param name="Code">Code of the check.</param>
/// <param name="Name">What it says.</param>
/// <param name="Left">The expression on the left.</param>
/// <param name="Comparison">How the two compare.</param>
/// <param name="Right">The expression on the right.</param>
/// <param name="Severity">WARN is shown; BLOCK is put right or explained before the report is sent.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="SkippedFor">Why nothing can be said; for SKIPPED.</param>
/// <param name="LeftValue">The number on the left.</param>
/// <param name="RightValue">The number on the right.</param>
/// <param name="Explanation">Why it does not hold; given for these numbers.</param>
public sealed record CheckView(
    string Code,
    Bilingual Name,
    string Left,
    Comparison Comparison,
    string Right,
    Severity Severity,
    CheckOutcome Outcome,
    SkipReason? SkippedFor = null,
    decimal? LeftValue = null,
    decimal? RightValue = null,
    ExplanationView? Explanation = null
)
{
    /// <summary>The result with its explanation, if that is for these numbers.</summary>
    public static CheckView Of(CheckResult result, CheckExplanation? newest) =>
        new(
            result.Check.Code,
            result.Check.Name,
            result.Check.Left,
            result.Check.Comparison,
            result.Check.Right,
            result.Check.Severity,
            result.Outcome,
            result.SkippedFor,
            result.Left,
            result.Right,
            result.Outcome is CheckOutcome.Fails && newest?.IsFor(result) is true
                ? new(newest.Text, newest.ExplainedBy, newest.ExplainedAt)
                : null
        );

    /// <summary>Whether it stands in the way of sending the report.</summary>
    internal bool Blocks => Outcome is CheckOutcome.Fails && Severity is Severity.Block && Explanation is null;
}

/// <summary>Why a rule does not hold.</summary>
/// <param name="Text">The explanation.</param>
/// <param name="By">The account or client.</param>
/// <param name="At">When.</param>
public sealed record ExplanationView(string Text, string By, DateTimeOffset At);
