namespace DanVan.Conferences.People;

/// <summary>
/// Somebody's part in a conference: a person with the titles held on that day, or an unnamed person of a known body, or a class of units
/// ("đại diện lãnh đạo Ban Dân vận các quận, huyện, thị ủy") that stays a class.
/// </summary>
public sealed class Participation
{
    public required Guid ConferenceId { get; init; }
    public required int Ordinal { get; init; }
    public required Guid? PersonId { get; init; }
    public KnownPerson? Person { get; init; }

    /// <summary>The name as the source prints it, typing errors and all; null when it prints the person's name.</summary>
    public required string? NameAsPrinted { get; init; }

    /// <summary>The roles as they are stored.</summary>
    public required string[] RoleCodes { get; init; }
    public IReadOnlyList<ParticipantRole> Roles => [.. RoleCodes.Select(EnumNames.Parse<ParticipantRole>)];

    /// <summary>Key of the bridge site; null for the centre or the room.</summary>
    public required string? Site { get; init; }

    /// <summary>The titles held on that day, each as printed: a snapshot that later titles do not change.</summary>
    public required string[] Titles { get; init; }
    public required Guid? UnitId { get; set; }
    public required string? Organisation { get; init; }
    public required string? UnitClass { get; init; }
    public required Attendance Attendance { get; init; }

    /// <summary>Whether they chaired from the centre, or in the room.</summary>
    public bool ChairsTheCentre => Site is null && Roles.Any(role => role is ParticipantRole.Chair or ParticipantRole.CoChair);

    /// <summary>Lets the heir of a unit that ended send them. Null when they come from no such unit, false when it has no one heir.</summary>
    public bool? MoveFrom(Heirs heirs)
    {
        if (UnitId is not { } unit || !heirs.Concern(unit))
            return null;
        var heir = heirs.Of(unit);
        UnitId = heir ?? unit;
        return heir is not null;
    }

    public static Participation From(ParticipantEntry entry, Guid conferenceId, int ordinal) =>
        new()
        {
            ConferenceId = conferenceId,
            Ordinal = ordinal,
            PersonId = entry.PersonId,
            NameAsPrinted = entry.NameAsPrinted,
            RoleCodes = [.. entry.Roles.Select(EnumNames.Of)],
            Site = entry.Site,
            Titles = [.. entry.Titles ?? []],
            UnitId = entry.UnitId,
            Organisation = entry.Organisation,
            UnitClass = entry.UnitClass,
            Attendance = entry.Attendance,
        };
}
