namespace DanVan.Conferences.People;

/// <summary>A participant; <paramref name="Name"/> is the person's standard name, null for an unnamed one.</summary>
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
            one.Person?.FullName,
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
