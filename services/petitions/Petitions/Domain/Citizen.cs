using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>What the petitioner takes part in: answering what is asked, and rating how it was dealt with.</summary>
public sealed partial class Petition
{
    /// <summary>Questions serve the handling, so they end with it.</summary>
    public Rejection? MayBeAsked(DateOnly? answerBy, DateOnly today) =>
        !IsOpen ? Refused.InState(State)
        : answerBy < today ? Refused.AnswerDayHasPassed
        : null;

    public Rejection? MayAnswer() => IsOpen ? null : Refused.QuestionsAreClosed;

    /// <summary>The last day on which it may be rated; none while it is open.</summary>
    public DateOnly? RatableUntil(int days) => IsOpen ? null : ClosedOn?.AddDays(days);

    public Rejection? MayBeRated(int days, DateOnly today) =>
        RatableUntil(days) is not { } until ? Refused.RatedWhenClosed
        : today > until ? Refused.RatingIsOver
        : null;
}
