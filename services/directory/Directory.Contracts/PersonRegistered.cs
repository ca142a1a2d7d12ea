namespace DanVan.Directory.Contracts.V1;

/// <summary>A person entered the register. A replica keeps it with one statement guarded by the subject's version.</summary>
/// <param name="PersonId">Identity of the person.</param>
/// <param name="UnitId">The unit that keeps the record.</param>
/// <param name="PublicName">The name, only when the register marks the person as a public office holder; null otherwise.</param>
public sealed record PersonRegistered(Guid PersonId, Guid UnitId, string? PublicName = null);

/// <summary>
/// What the register says of a person was corrected. Where a name is public, each position of the person is announced anew with it (<see cref="PositionRecorded"/>).
/// </summary>
/// <param name="PersonId">Identity of the person.</param>
/// <param name="UnitId">The unit that keeps the record after the correction.</param>
/// <param name="Fields">What was corrected: NAME, STAFF_NUMBER, PUBLIC, UNIT; never the content.</param>
/// <param name="PublicName">The name after the correction, only when it is public; null otherwise: whoever knew one forgets it.</param>
public sealed record PersonCorrected(Guid PersonId, Guid UnitId, IReadOnlyList<string> Fields, string? PublicName = null);
