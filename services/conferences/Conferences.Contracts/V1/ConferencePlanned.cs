namespace DanVan.Conferences.Contracts.V1;

/// <summary>A conference (hội nghị) was put on the calendar. Subject: <c>conference/{ConferenceId}</c>.</summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser.</param>
/// <param name="Kind">Main kind: SO_KET, TONG_KET, GIAO_BAN, TRIEN_KHAI, CHUYEN_DE, TOA_DAM, TAP_HUAN, DOI_THOAI or PHAN_BIEN.</param>
/// <param name="Mode">ONLINE_NATIONAL, ONLINE, IN_PERSON or HYBRID.</param>
/// <param name="Level">Level of the organiser: CENTRAL, PROVINCE, CITY, DISTRICT or COMMUNE.</param>
/// <param name="PlannedOn">The day it is planned for; null while it is open.</param>
public sealed record ConferencePlanned(Guid ConferenceId, Guid UnitId, string Kind, string Mode, string Level, DateOnly? PlannedOn);
