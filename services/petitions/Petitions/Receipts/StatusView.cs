namespace DanVan.Petitions.Receipts;

/// <summary>What the holder of a receipt is told, in plain words of their language. Nothing that a member of staff wrote is in it but the questions put to them.</summary>
/// <param name="KindText">What it is, in words.</param>
/// <param name="StateText">Where it stands, in words.</param>
/// <param name="Unit">The name of the unit that deals with it.</param>
/// <param name="Next">What comes next; none when nothing does.</param>
/// <param name="Onward">The units that it was sent on to and that have entered it in their books, in order. What they do within is not told.</param>
/// <param name="Steps">What has happened so far, in order.</param>
/// <param name="Questions">What was asked, and what of it is still to be answered.</param>
/// <param name="Satisfaction">Whether a rating is asked for; none while the petition is open.</param>
public sealed record StatusView(
    PetitionKind Kind,
    string KindText,
    PetitionState State,
    string StateText,
    DateOnly ReceivedOn,
    string? Unit,
    NextStep? Next,
    IReadOnlyList<OnwardView> Onward,
    IReadOnlyList<PastStep> Steps,
    IReadOnlyList<AskedView> Questions,
    SatisfactionView? Satisfaction
);

/// <param name="What">What is to be done, and by whom.</param>
/// <param name="By">The last day for it; none where the law sets none, or while the clock stands.</param>
/// <param name="Article">Where that day comes from.</param>
/// <param name="Explanation">How the day was counted.</param>
public sealed record NextStep(string What, DateOnly? By = null, string? Article = null, string? Explanation = null);

/// <param name="Unit">The name of the unit.</param>
/// <param name="ReceivedOn">The date in its book.</param>
/// <param name="StateText">Where it stands there, in words.</param>
/// <param name="Next">What the petitioner waits for there.</param>
public sealed record OnwardView(string? Unit, DateOnly ReceivedOn, PetitionState State, string StateText, NextStep? Next);

public sealed record PastStep(DateOnly On, string What);

/// <param name="AnswerBy">The day by which an answer is asked for.</param>
/// <param name="AnsweredOn">None while it is open. What was answered is not shown again: a lost receipt must not show it either.</param>
public sealed record AskedView(Guid Id, string Question, DateOnly AskedOn, DateOnly? AnswerBy, DateOnly? AnsweredOn);

/// <param name="Until">The last day on which it may be given or changed.</param>
/// <param name="Rating">What was given, from 1 to 5.</param>
public sealed record SatisfactionView(DateOnly Until, int? Rating);
