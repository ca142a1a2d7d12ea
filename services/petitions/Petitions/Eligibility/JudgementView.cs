using DanVan.Chassis.Http;

namespace DanVan.Petitions.Eligibility;

/// <param name="Outcome">ELIGIBLE, NOT_ELIGIBLE or INSPECTION_INFORMATION.</param>
/// <param name="Ground">The legal ground: of the check that decided, or of what follows.</param>
/// <param name="FailedChecks">The checks that failed, those included that fail of themselves.</param>
/// <param name="Handling">What may follow, the usual first.</param>
/// <param name="KeepUntil">Filed, it is kept to this day at least.</param>
public sealed record JudgementView(
    Verdict Outcome,
    string Ground,
    IReadOnlyList<FailedCheckView> FailedChecks,
    IReadOnlyList<HandlingView> Handling,
    DateOnly? KeepUntil
);

/// <param name="Question">What was asked, in the reader's language.</param>
public sealed record FailedCheckView(string Id, string Question, string Article, Verdict Consequence);

/// <param name="What">What is proposed, in the reader's language.</param>
/// <param name="Form">Number of the form of the letter; none where no source gives one.</param>
public sealed record HandlingView(HandlingAction Action, string What, string? Form, string Article);

static class JudgementViews
{
    public static JudgementView ToView(this Judgement judgement) =>
        new(
            judgement.Verdict,
            judgement.Article,
            [.. judgement.Failed.Select(c => new FailedCheckView(c.Id, Phrases.Of(c.Vi, c.En), c.Article, c.Consequence))],
            [.. judgement.Handling.Select(row => new HandlingView(row.Action, Phrases.Of(row.Vi, row.En), row.Form, row.Article))],
            judgement.KeepUntil
        );
}
