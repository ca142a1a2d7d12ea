using DanVan.Chassis.Http;

namespace DanVan.Petitions.FollowUps;

/// <param name="UnitId">The unit that sent it on and waits.</param>
/// <param name="AnswerDueOn">The day that the letter set for the answer, if any.</param>
/// <param name="EnteredAs">The petition in the book of the unit that owes the answer.</param>
/// <param name="State">How far that unit has come with it, without its content; none while it has not entered it.</param>
/// <param name="TellBy">The last day for telling the writer what came back (Luật TCD Đ28.2).</param>
public sealed record FollowUpView(
    Guid Id,
    int Version,
    Guid UnitId,
    Guid PetitionId,
    PetitionKind Kind,
    PetitionField Field,
    Guid ToUnitId,
    DateOnly SentOn,
    string LetterNumber,
    DateOnly? AnswerDueOn,
    IReadOnlyList<Reminder> Reminders,
    Guid? EnteredAs,
    PetitionState? State,
    DateOnly? AnsweredOn,
    string? AnswerNumber,
    FollowUpResult? Result,
    DateOnly? TellBy,
    DateOnly? ToldOn,
    string? ToldBy
) : IVersionedView
{
    public static FollowUpView Of(FollowUp f, PetitionState? state) =>
        new(
            f.Id,
            f.Version,
            f.UnitId,
            f.PetitionId,
            f.Kind,
            f.Field,
            f.ToUnitId,
            f.SentOn,
            f.LetterNumber,
            f.AnswerDueOn,
            f.Reminders,
            f.EnteredAs,
            state,
            f.AnsweredOn,
            f.AnswerNumber,
            f.Result,
            f.TellBy,
            f.ToldOn,
            f.ToldBy
        );
}
