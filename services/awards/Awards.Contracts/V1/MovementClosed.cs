namespace DanVan.Awards.Contracts.V1;

/// <summary>A movement was summed up and closed. Subject: <c>movement/{MovementId}</c>.</summary>
/// <param name="MovementId">The movement.</param>
/// <param name="UnitId">The unit that launched it.</param>
/// <param name="ClosedOn">The day it was closed.</param>
public sealed record MovementClosed(Guid MovementId, Guid UnitId, DateOnly ClosedOn);
