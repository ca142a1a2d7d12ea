namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// An award decision (quyết định khen thưởng) was entered. Subject: <c>award-decision/{DecisionId}</c>. Who was rewarded is never in an event:
/// the names are read from the decision itself.
/// </summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Number">Number and symbol; null means not stated by the source, never "without a number".</param>
/// <param name="DecidedOn">The decision's date; null means not stated.</param>
/// <param name="CountsOn">The day under which statistics count it: its date, else the day it was handed over.</param>
/// <param name="Form">Code of the award form: BANG_KHEN_TINH, GIAY_KHEN …</param>
/// <param name="Level">Level of the form: STATE, GOVERNMENT, MINISTRY, PROVINCE, COMMUNE or BODY; a district form of earlier years is DISTRICT.</param>
/// <param name="IssuerUnitId">The unit whose head decided; null when the issuer is not a unit of the directory.</param>
/// <param name="ProposerUnitId">The unit that proposed the award and keeps the decision here.</param>
/// <param name="MovementId">The movement it rewards; null for other achievements.</param>
/// <param name="ConferenceId">The conference that hands it over; null when it is handed over otherwise or not known.</param>
/// <param name="PresentedOn">The day of handing over as stated by the source; null when not stated.</param>
/// <param name="DeclaredCollectives">Collectives (tập thể) the source declares; null means not stated, which is not zero.</param>
/// <param name="DeclaredIndividuals">Individuals (cá nhân) the source declares; null means not stated.</param>
/// <param name="DeclaredHouseholds">Households (hộ gia đình) the source declares; null means not stated.</param>
/// <param name="EnteredRecipients">Recipients entered by name so far: zero says that the list is not known yet, not that nobody was rewarded.</param>
public sealed record AwardDecisionIssued(
    Guid DecisionId,
    string? Number,
    DateOnly? DecidedOn,
    DateOnly CountsOn,
    string Form,
    string Level,
    Guid? IssuerUnitId,
    Guid ProposerUnitId,
    Guid? MovementId,
    Guid? ConferenceId,
    DateOnly? PresentedOn,
    int? DeclaredCollectives,
    int? DeclaredIndividuals,
    int? DeclaredHouseholds,
    int EnteredRecipients
);
