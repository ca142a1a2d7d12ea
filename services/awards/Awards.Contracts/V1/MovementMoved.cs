namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// The unit that launched a running movement has ended, and another goes on with it: the one successor when a reorganisation was carried out, or the unit
/// that a person decided on. Subject: <c>movement/{MovementId}</c>.
/// </summary>
/// <param name="MovementId">The movement.</param>
/// <param name="FromUnitId">The unit that has ended.</param>
/// <param name="ToUnitId">The unit that goes on with it.</param>
/// <param name="MovedOn">The day of the reorganisation, or of the decision.</param>
/// <param name="ReorganisationId">The reorganisation; none when a person decided.</param>
public sealed record MovementMoved(Guid MovementId, Guid FromUnitId, Guid ToUnitId, DateOnly MovedOn, Guid? ReorganisationId);
