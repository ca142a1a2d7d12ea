namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// The unit that launched a running movement has ended in a reorganisation; its one successor goes on with it. Subject: <c>movement/{MovementId}</c>.
/// </summary>
/// <param name="MovementId">The movement.</param>
/// <param name="FromUnitId">The unit that has ended.</param>
/// <param name="ToUnitId">The unit that goes on with it.</param>
/// <param name="MovedOn">The day of the reorganisation.</param>
/// <param name="ReorganisationId">The reorganisation.</param>
public sealed record MovementMoved(Guid MovementId, Guid FromUnitId, Guid ToUnitId, DateOnly MovedOn, Guid ReorganisationId);
