namespace DanVan.Conferences.People;

/// <summary>A participant as sent.</summary>
/// <param name="PersonId">The person, of the directory's register (<c>POST /api/v1/people</c>); absent when unnamed.</param>
/// <param name="NameAsPrinted">The name as printed, where it differs from the person's.</param>
/// <param name="Roles">One or several.</param>
/// <param name="Site">Key of the bridge site; absent for the centre or the room.</param>
/// <param name="Titles">Titles held on that day, as printed.</param>
/// <param name="UnitId">The unit represented, where it is a unit of the directory.</param>
/// <param name="Organisation">The body represented, in words.</param>
/// <param name="UnitClass">A class of units whose representatives took part, in words: nobody is named and no number is implied.</param>
/// <param name="Attendance">PRESENT for a record of what was; INVITED and the rest while it is planned.</param>
public sealed record ParticipantEntry(
    Guid? PersonId,
    [Text(200)] string? NameAsPrinted,
    [Items(1, 8)] IReadOnlyList<ParticipantRole> Roles,
    [Text(50)] string? Site,
    [Items(0, 20)] IReadOnlyList<string>? Titles,
    Guid? UnitId,
    [Text(300)] string? Organisation,
    [Text(300)] string? UnitClass,
    Attendance Attendance = Attendance.Present
)
{
    /// <summary>What is wrong with it; <paramref name="field"/> is where it stands in the request.</summary>
    public Rejection? Check(string field)
    {
        if (PersonId is null && UnitId is null && Organisation is null && UnitClass is null)
            return new(
                "conferences.participant-unknown",
                "Phải nêu người dự, cơ quan hoặc nhóm đơn vị.",
                "Name a person, a body or a class of units.",
                400,
                field
            );
        if (UnitClass is not null && PersonId is not null)
            return new(
                "conferences.participant-class",
                "Nhóm đơn vị được ghi như một nhóm, không gắn với một người.",
                "A class of units is recorded as a class and names no person.",
                400,
                $"{field}.unitClass"
            );
        if (Titles is not null && Titles.Any(title => string.IsNullOrWhiteSpace(title) || title.Length > 300))
            return new(
                "conferences.participant-title",
                "Mỗi chức danh từ 1 đến 300 ký tự.",
                "A title has 1 to 300 characters.",
                400,
                $"{field}.titles"
            );
        if (Roles.Contains(ParticipantRole.SiteChair) && Site is null)
            return new(
                "conferences.site-chair",
                "Chủ trì điểm cầu phải gắn với một điểm cầu.",
                "The chair of a bridge site names the site.",
                400,
                $"{field}.site"
            );
        return null;
    }
}
