namespace DanVan.Conferences.Contracts.V1;

/// <summary>An inspection or survey was planned. Subject: <c>oversight-plan/{PlanId}</c>.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="UnitId">The unit that plans it.</param>
/// <param name="ConferenceId">The conference that announced it; null when planned otherwise.</param>
/// <param name="Kind">KIEM_TRA, KHAO_SAT, GIAM_SAT or PHAN_BIEN.</param>
/// <param name="Year">The year it is planned for.</param>
/// <param name="TargetCount">Units to be visited; null when the source leaves the number open ("một số"), which is not zero.</param>
public sealed record OversightPlanned(Guid PlanId, Guid UnitId, Guid? ConferenceId, string Kind, int Year, int? TargetCount);
