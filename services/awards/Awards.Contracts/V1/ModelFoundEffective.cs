namespace DanVan.Awards.Contracts.V1;

/// <summary>An evaluation found a model effective (hoạt động hiệu quả). Subject: <c>model/{ModelId}</c>.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="UnitId">The unit that registered it.</param>
/// <param name="Kind">MODEL or TYPICAL_INDIVIDUAL.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="EvaluatedOn">The day of the evaluation.</param>
public sealed record ModelFoundEffective(Guid ModelId, Guid UnitId, string Kind, string Field, DateOnly EvaluatedOn);
