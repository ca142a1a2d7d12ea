namespace DanVan.Conferences.Contracts.V1;

/// <summary>A planned inspection or survey was carried out. Subject: <c>oversight-plan/{PlanId}</c>.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="UnitId">The unit that planned it.</param>
/// <param name="Kind">KIEM_TRA, KHAO_SAT, GIAM_SAT or PHAN_BIEN.</param>
/// <param name="CarriedOutOn">The day it ended.</param>
public sealed record OversightCarriedOut(Guid PlanId, Guid UnitId, string Kind, DateOnly CarriedOutOn);
