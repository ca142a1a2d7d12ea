namespace DanVan.Directory.Contracts.V1;

/// <summary>A person entered the register. Who it is stands in the register alone: the event carries no name.</summary>
/// <param name="PersonId">Identity of the person.</param>
/// <param name="UnitId">The unit that keeps the record.</param>
public sealed record PersonRegistered(Guid PersonId, Guid UnitId);

/// <summary>
/// What the register says of a person was corrected. Where a name is public, each position of the person is announced anew with it (<see cref="PositionRecorded"/>).
/// </summary>
/// <param name="PersonId">Identity of the person.</param>
/// <param name="UnitId">The unit that keeps the record after the correction.</param>
/// <param name="Fields">What was corrected: NAME, STAFF_NUMBER, PUBLIC, UNIT; never the content.</param>
public sealed record PersonCorrected(Guid PersonId, Guid UnitId, IReadOnlyList<string> Fields);
