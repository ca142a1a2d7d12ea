namespace DanVan.Conferences.Contracts.V1;

/// <summary>A planned inspection or survey will not take place. Subject: <c>oversight-plan/{PlanId}</c>.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="UnitId">The unit that planned it.</param>
/// <param name="Kind">KIEM_TRA, KHAO_SAT, GIAM_SAT or PHAN_BIEN.</param>
public sealed record OversightDropped(Guid PlanId, Guid UnitId, string Kind);
