namespace DanVan.Directory.Client;

/// <summary>A title that a person holds, or held, in a unit.</summary>
/// <param name="PositionId">Identity of the position.</param>
/// <param name="PersonId">Who holds it; the same person in every position.</param>
/// <param name="UnitId">The unit in which it is held.</param>
/// <param name="Title">The title, as its decision words it.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it is no longer held; null while open.</param>
/// <param name="HolderName">The holder's name, where the register marks it as public; null otherwise.</param>
public sealed record OfficeHolder(
    Guid PositionId,
    Guid PersonId,
    Guid UnitId,
    string Title,
    DateOnly From,
    DateOnly? To,
    string? HolderName
)
{
    /// <summary>Whether the position is held on <paramref name="date"/>.</summary>
    public bool HoldsOn(DateOnly date) => From <= date && (To is not { } end || date < end);
}

/// <summary>A position at a version of its record, perhaps annulled.</summary>
internal sealed record PositionRecord(OfficeHolder Holder, int Version, bool Annulled);
