namespace DanVan.Conferences.Contracts.V1;

/// <summary>
/// A conference was held and is closed, or was recorded after it had been held. Subject: <c>conference/{ConferenceId}</c>. Who took part is
/// never in an event.
/// </summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser.</param>
/// <param name="Kind">Main kind: SO_KET, TONG_KET, GIAO_BAN, TRIEN_KHAI, CHUYEN_DE, TOA_DAM, TAP_HUAN, DOI_THOAI or PHAN_BIEN.</param>
/// <param name="Mode">ONLINE_NATIONAL, ONLINE, IN_PERSON or HYBRID.</param>
/// <param name="Level">Level of the organiser: CENTRAL, PROVINCE, CITY, DISTRICT or COMMUNE.</param>
/// <param name="Scope">Whom it reaches: TOAN_QUOC, TINH, XA or LIEN_NGANH.</param>
/// <param name="HeldOn">The day it was held, or the first day of the month or year where no more is known.</param>
/// <param name="DatePrecision">How much of <paramref name="HeldOn"/> is known: DAY, MONTH or YEAR.</param>
/// <param name="PeriodReviewed">The period it reviewed: 2021, 2021-H1, 2021-Q1, 2021-9M or 2021-M03; null when none is stated.</param>
/// <param name="PeriodPlanned">The period it planned, written alike; null when none is stated.</param>
/// <param name="BridgeSites">Bridge sites (điểm cầu) entered, the centre not counted.</param>
/// <param name="DeclaredKeyTasks">Key tasks that the conference declared; null means that no number was stated, which is not zero.</param>
/// <param name="EnteredKeyTasks">Key tasks entered so far.</param>
public sealed record ConferenceHeld(
    Guid ConferenceId,
    Guid UnitId,
    string Kind,
    string Mode,
    string Level,
    string Scope,
    DateOnly HeldOn,
    string DatePrecision,
    string? PeriodReviewed,
    string? PeriodPlanned,
    int BridgeSites,
    int? DeclaredKeyTasks,
    int EnteredKeyTasks
);
