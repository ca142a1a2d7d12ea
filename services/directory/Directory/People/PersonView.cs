using DanVan.Chassis.Http;

namespace DanVan.Directory.People;

/// <summary>A person.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="UnitId">The unit that keeps the record.</param>
/// <param name="Name">Name.</param>
/// <param name="StaffNumber">Staff number, where there is one.</param>
/// <param name="IsPublic">Whether the name belongs to a public office and is told to other services with it.</param>
public sealed record PersonView(Guid Id, int Version, Guid UnitId, string Name, string? StaffNumber, bool IsPublic) : IVersionedView
{
    internal static PersonView Of(Person person) =>
        new(person.Id, person.Version, person.UnitId, person.Name, person.StaffNumber, person.IsPublic);
}

/// <summary>A position: a title that a person holds, or held, in a unit.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="PersonId">Who holds it.</param>
/// <param name="PersonName">The holder's name.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Title">The title, as its decision words it.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it is no longer held; null while open.</param>
/// <param name="Basis">The decision or election.</param>
/// <param name="EndingBasis">The decision that ended it.</param>
/// <param name="Annulled">When it was found to have been entered by mistake; null unless it was.</param>
public sealed record PositionView(
    Guid Id,
    int Version,
    Guid PersonId,
    string PersonName,
    Guid UnitId,
    string Title,
    DateOnly From,
    DateOnly? To,
    string Basis,
    string? EndingBasis,
    DateTimeOffset? Annulled
) : IVersionedView
{
    internal static PositionView Of(HeldPosition held) => Of(held.Position, held.Person);

    internal static PositionView Of(Position position, Person person) =>
        new(
            position.Id,
            position.Version,
            person.Id,
            person.Name,
            position.UnitId,
            position.Title,
            position.ValidFrom,
            position.ValidTo,
            position.Basis,
            position.EndingBasis,
            position.Annulled
        );
}
