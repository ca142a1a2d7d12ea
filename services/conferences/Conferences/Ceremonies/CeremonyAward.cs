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
public sealed record CeremonyView(
    Guid DecisionId,
    string? Number,
    DateOnly? DecidedOn,
    string? Form,
    Guid? MovementId,
    int? DeclaredCollectives,
    int? DeclaredIndividuals,
    int? DeclaredHouseholds,
    int EnteredRecipients
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
            x.EnteredRecipients
        );
}
