namespace DanVan.Awards.Contracts.V1;

/// <summary>A registered model is being carried out (triển khai). Subject: <c>model/{ModelId}</c>.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="UnitId">The unit that registered it.</param>
/// <param name="Kind">MODEL or TYPICAL_INDIVIDUAL.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="TakenUpOn">The day it began.</param>
public sealed record ModelTakenUp(Guid ModelId, Guid UnitId, string Kind, string Field, DateOnly TakenUpOn);
