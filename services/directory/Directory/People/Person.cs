using DanVan.Chassis;
using DanVan.Directory.Client;

namespace DanVan.Directory.People;

/// <summary>A person whom the register knows: identity, name, perhaps a staff number. What somebody is, stands in the positions.</summary>
public sealed class Person : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that keeps the record and may correct it.</summary>
    public required Guid UnitId { get; set; }
    public required string Name { get; set; }
    public string? StaffNumber { get; set; }

    /// <summary>A holder of public office, whose name belongs to the office and may be told with it.</summary>
    public bool IsPublic { get; set; }

    Guid? ISubject.UnitId => UnitId;

    /// <summary>The name as others than the register may know it.</summary>
    public string? PublicName => IsPublic ? Name : null;

    /// <summary>Takes over what is right; answers which fields were not.</summary>
    public IReadOnlyList<PersonField> Correct(Guid unit, string name, string? staffNumber, bool isPublic)
    {
        List<PersonField> fields = [];
        if (UnitId != unit)
            fields.Add(PersonField.Unit);
        if (Name != name)
            fields.Add(PersonField.Name);
        if (StaffNumber != staffNumber)
            fields.Add(PersonField.StaffNumber);
        if (IsPublic != isPublic)
            fields.Add(PersonField.Public);
        (UnitId, Name, StaffNumber, IsPublic) = (unit, name, staffNumber, isPublic);
        return fields;
    }
}

/// <summary>What the register holds of a person.</summary>
public enum PersonField
{
    Unit,
    Name,
    StaffNumber,
    Public,
}
