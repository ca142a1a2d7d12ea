namespace DanVan.Awards.Contracts.V1;

/// <summary>An emulation movement (phong trào thi đua) was launched. Subject: <c>movement/{MovementId}</c>.</summary>
/// <param name="MovementId">The movement.</param>
/// <param name="UnitId">The unit that launched it.</param>
/// <param name="Name">Its name as launched, in Vietnamese: Dân vận khéo.</param>
/// <param name="Theme">The theme of this run; null when none was stated.</param>
/// <param name="Scope">Who takes part: COUNTRY, PROVINCE, COMMUNE or BODY (one agency).</param>
/// <param name="StartsOn">First day of the movement.</param>
/// <param name="EndsOn">Last day; null when it runs until closed.</param>
public sealed record MovementLaunched(
    Guid MovementId,
    Guid UnitId,
    string Name,
    string? Theme,
    string Scope,
    DateOnly StartsOn,
    DateOnly? EndsOn
);
