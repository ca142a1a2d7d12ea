using DanVan.Petitions.Identities;
using DanVan.Petitions.Respondents;

namespace DanVan.Petitions.Intake;

/// <summary>Those who are sealed with a petition.</summary>
/// <param name="Petitioner">None when nobody put a name to it, or it was erased.</param>
/// <param name="Signatories">Those who signed and go on with it, as far as they are named.</param>
/// <param name="Respondents">Whom it is about, where that is known.</param>
public sealed record PeopleOfPetition(Petitioner? Petitioner, IReadOnlyList<Petitioner> Signatories, IReadOnlyList<Party> Respondents)
{
    public static PeopleOfPetition Only(Petitioner? petitioner) => new(petitioner, [], []);
}
