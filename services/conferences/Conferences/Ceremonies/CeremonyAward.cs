namespace DanVan.Conferences.Ceremonies;

/// <summary>An award decision as the awards service told of it, with the conference that hands it over.</summary>
public sealed class CeremonyAward
{
    /// <summary>The decision.</summary>
    public required Guid Id { get; init; }
    public Guid? ConferenceId { get; init; }
    public string? Number { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public string? Form { get; init; }
    public Guid? MovementId { get; init; }
    public int? DeclaredCollectives { get; init; }
    public int? DeclaredIndividuals { get; init; }
    public int? DeclaredHouseholds { get; init; }
    public int EnteredRecipients { get; init; }
    public bool? RevokedWhole { get; init; }
    public DateOnly? RevokedOn { get; init; }
    public string? RevocationGround { get; init; }
    public int? RevokedCollectives { get; init; }
    public int? RevokedIndividuals { get; init; }
    public int? RevokedHouseholds { get; init; }
}

/// <summary>A decision on the ceremony list of a conference.</summary>
/// <param name="DecisionId">The decision, to be read from the awards service.</param>
/// <param name="Number">Its number; null when not stated.</param>
/// <param name="DecidedOn">Its date; null when not stated.</param>
/// <param name="Form">Form of the award.</param>
/// <param name="MovementId">The movement it rewards.</param>
/// <param name="DeclaredCollectives">Collectives declared; null when not stated.</param>
/// <param name="DeclaredIndividuals">Individuals declared; null when not stated.</param>
/// <param name="DeclaredHouseholds">Households declared; null when not stated.</param>
/// <param name="EnteredRecipients">Recipients entered by name: zero says that the list is not known, not that nobody was rewarded.</param>
/// <param name="Revocation">What was revoked since; null while all of it is in force. The counts beside it stay as awarded.</param>
public sealed record CeremonyView(
    Guid DecisionId,
    string? Number,
    DateOnly? DecidedOn,
    string? Form,
    Guid? MovementId,
    int? DeclaredCollectives,
    int? DeclaredIndividuals,
    int? DeclaredHouseholds,
    int EnteredRecipients,
    CeremonyRevocation? Revocation
)
{
    public static CeremonyView Of(CeremonyAward x) =>
        new(
            x.Id,
            x.Number,
            x.DecidedOn,
            x.Form,
            x.MovementId,
            x.DeclaredCollectives,
            x.DeclaredIndividuals,
            x.DeclaredHouseholds,
            x.EnteredRecipients,
            CeremonyRevocation.Of(x)
        );
}

/// <summary>A decision on the ceremony list that was cancelled (huỷ bỏ), wholly or for some of its recipients.</summary>
/// <param name="Whole">True when nothing of the decision remains in force.</param>
/// <param name="RevokedOn">Date of the last revoking decision.</param>
/// <param name="Ground">Its ground: FALSE_DECLARATION, FALSE_DOCUMENTS, UNLAWFUL_APPRAISAL or STANDARD_NOT_MET.</param>
/// <param name="Collectives">Collectives revoked in all; null when the whole is revoked and the number was never stated.</param>
/// <param name="Individuals">Individuals revoked in all; null as above.</param>
/// <param name="Households">Households revoked in all; null as above.</param>
public sealed record CeremonyRevocation(bool Whole, DateOnly RevokedOn, string Ground, int? Collectives, int? Individuals, int? Households)
{
    public static CeremonyRevocation? Of(CeremonyAward x) =>
        x is { RevokedWhole: { } whole, RevokedOn: { } on, RevocationGround: { } ground }
            ? new(whole, on, ground, x.RevokedCollectives, x.RevokedIndividuals, x.RevokedHouseholds)
            : null;
}
