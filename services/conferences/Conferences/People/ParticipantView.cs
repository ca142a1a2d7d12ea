namespace DanVan.Conferences.People;

/// <summary>A participant; <paramref name="Name"/> is the name of a public office holder in standard spelling, null for anybody else.</summary>
public sealed record ParticipantView(
    Guid? PersonId,
    string? Name,
    string? NameAsPrinted,
    IReadOnlyList<ParticipantRole> Roles,
    string? Site,
    IReadOnlyList<string> Titles,
    Guid? UnitId,
    string? Organisation,
    string? UnitClass,
    Attendance Attendance
)
{
    public static ParticipantView Of(Participation one) =>
        new(
            one.PersonId,
            one.Person?.Name,
            one.NameAsPrinted,
            one.Roles,
            one.Site,
            one.Titles,
            one.UnitId,
            one.Organisation,
            one.UnitClass,
            one.Attendance
        );
}
