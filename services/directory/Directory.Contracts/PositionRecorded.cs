namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// A position (chức vụ: a title that a person holds in a unit for a time) was taken, corrected, ended or annulled, or its holder's public name changed. The
/// event carries the whole position after the change: a replica keeps it with one statement guarded by the subject's version.
/// </summary>
/// <param name="PositionId">Identity of the position.</param>
/// <param name="PersonId">Who holds it.</param>
/// <param name="UnitId">The unit in which it is held.</param>
/// <param name="Change">TAKEN, CORRECTED, ENDED, ANNULLED or HOLDER_CORRECTED.</param>
/// <param name="Title">The title as its decision words it: "Trưởng Ban Dân vận Trung ương".</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it is no longer held; null while open.</param>
/// <param name="HolderName">
/// The holder's name, only when the register marks the person as a public office holder; null otherwise.
/// </param>
/// <param name="Annulled">The position was entered by mistake: it was never held.</param>
public sealed record PositionRecorded(
    Guid PositionId,
    Guid PersonId,
    Guid UnitId,
    string Change,
    string Title,
    DateOnly From,
    DateOnly? To,
    string? HolderName,
    bool Annulled
);
