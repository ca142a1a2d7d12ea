namespace DanVan.Petitions.Reading;

/// <summary>What the procedure of a complaint or denunciation has besides the steps that every petition takes.</summary>
/// <param name="Round">1; 2 for a second complaint, 2 and more for a repeated denunciation.</param>
/// <param name="FirstPetitionId">The petition of the round before.</param>
/// <param name="SendBy">By when the decision that ended it is to be sent; none where the law sets no limit for that.</param>
/// <param name="Withdrawals">What was taken back, in order.</param>
/// <param name="Dialogues">The dialogues, in order.</param>
public sealed record ProcedureView(
    int Round,
    Guid? FirstPetitionId,
    DateOnly? SendBy,
    IReadOnlyList<Withdrawal> Withdrawals,
    IReadOnlyList<Dialogue> Dialogues
)
{
    internal static ProcedureView Of(Petition p) => new(p.Round, p.FirstPetitionId, p.SendBy, p.Withdrawals, p.Dialogues);
}
