namespace DanVan.Petitions.Respondents;

/// <summary>
/// Whom a petition complains of or denounces (người bị khiếu nại, người bị tố cáo). A petition without one is about nobody that is known.
/// </summary>
public sealed class Respondent : SealedRow
{
    public required Guid PetitionId { get; init; }

    /// <summary>A keyed hash of who it is.</summary>
    public required byte[] Key { get; init; }

    internal static Respondent Of(Guid petitionId, Party party, PartyVault vault)
    {
        var respondent = new Respondent { PetitionId = petitionId, Key = vault.KeyOf(party) };
        vault.Seal(respondent, party);
        return respondent;
    }
}
