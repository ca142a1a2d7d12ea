namespace DanVan.Petitions.Reading;

/// <summary>What the procedure of a complaint or denunciation has besides the steps that every petition takes.</summary>
/// <param name="Round">1; 2 for a second complaint, 2 and more for a repeated denunciation.</param>
/// <param name="FirstPetitionId">The petition of the round before.</param>
/// <param name="SendBy">By when the decision that ended it is to be sent; none where the law sets no limit for that.</param>
/// <param name="ActedOn">When the conclusion on a denunciation was acted on.</param>
/// <param name="PublishedOn">When it was made public.</param>
/// <param name="PostedOn">Since when the conclusion is posted at the office; none when it was made public otherwise.</param>
/// <param name="PostingEndedOn">The last day on which it was.</param>
/// <param name="Sendings">What was sent that is owed, in order.</param>
/// <param name="Withdrawals">What was taken back, in order.</param>
/// <param name="Dialogues">The dialogues, in order.</param>
/// <param name="HandOvers">Conflicts of interest that took it to another unit, in order.</param>
/// <param name="Reopenings">When it was opened again after its end, in order.</param>
public sealed record ProcedureView(
    int Round,
    Guid? FirstPetitionId,
    DateOnly? SendBy,
    DateOnly? ActedOn,
    DateOnly? PublishedOn,
    DateOnly? PostedOn,
    DateOnly? PostingEndedOn,
    IReadOnlyList<Sending> Sendings,
    IReadOnlyList<Withdrawal> Withdrawals,
    IReadOnlyList<Dialogue> Dialogues,
    IReadOnlyList<HandOver> HandOvers,
    IReadOnlyList<Reopening> Reopenings
)
{
    internal static ProcedureView Of(Petition p) =>
        new(
            p.Round,
            p.FirstPetitionId,
            p.SendBy,
            p.ActedOn,
            p.PublishedOn,
            p.PostedOn,
            p.PostingEndedOn,
            p.Sendings,
            p.Withdrawals,
            p.Dialogues,
            p.HandOvers,
            p.Reopenings
        );
}
