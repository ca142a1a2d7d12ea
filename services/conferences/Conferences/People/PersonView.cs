using DanVan.Conferences.Convening;

namespace DanVan.Conferences.People;

/// <summary>A person with the conferences taken part in, each with the titles held on that day.</summary>
public sealed record PersonView(Guid Id, Guid UnitId, string FullName, string? Note, IReadOnlyList<PartTaken> Conferences)
{
    public static PersonView Of(Person person, IEnumerable<PartTaken> parts) =>
        new(person.Id, person.UnitId, person.FullName, person.Note, [.. parts]);
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
