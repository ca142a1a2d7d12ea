using DanVan.Conferences.Convening;

namespace DanVan.Conferences.People;

/// <summary>A person with the conferences taken part in, each with the titles held on that day.</summary>
/// <param name="Id">Identity in the directory's register.</param>
/// <param name="UnitId">The unit that keeps the record there.</param>
/// <param name="Name">The name, where the register marks it as public; else the directory tells it to those who may read people.</param>
/// <param name="Conferences">Those that the caller may see.</param>
public sealed record PersonTakingPart(Guid Id, Guid UnitId, string? Name, IReadOnlyList<PartTaken> Conferences)
{
    public static PersonTakingPart Of(KnownPerson person, IEnumerable<PartTaken> parts) =>
        new(person.Id, person.UnitId, person.Name, [.. parts]);
}

/// <summary>A person's part in a conference. The day of the conference is the day for which the titles are attested.</summary>
public sealed record PartTaken(
    Guid ConferenceId,
    DateOnly? On,
    IReadOnlyList<ParticipantRole> Roles,
    IReadOnlyList<string> Titles,
    string? NameAsPrinted
)
{
    public static PartTaken Of(Conference conference, Participation part) =>
        new(conference.Id, conference.HeldOn, part.Roles, part.Titles, part.NameAsPrinted);
}
