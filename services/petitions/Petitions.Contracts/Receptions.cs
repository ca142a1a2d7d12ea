namespace DanVan.Petitions.Contracts.V1;

/// <summary>A session of citizen reception was planned.</summary>
/// <param name="ReceptionId">The session.</param>
/// <param name="Session">THUONG_XUYEN, DINH_KY or DOT_XUAT.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="IsOnline">Whether several places are connected.</param>
/// <param name="PostedOn">When the schedule was posted, if it was.</param>
/// <param name="PostBy">The last day for posting it (Luật TCD Đ24.4).</param>
public sealed record ReceptionPlanned(
    Guid ReceptionId,
    string Session,
    DateOnly HeldOn,
    bool IsOnline,
    DateOnly? PostedOn,
    DateOnly? PostBy
);

/// <summary>A session of citizen reception was held.</summary>
/// <param name="ReceptionId">The session.</param>
/// <param name="Session">THUONG_XUYEN, DINH_KY or DOT_XUAT.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="ReceivedBy">HEAD, DELEGATE or OFFICER.</param>
/// <param name="IsOnline">Whether several places were connected.</param>
/// <param name="PostedInTime">Whether the schedule had been posted in time; none where it need not be.</param>
public sealed record ReceptionHeld(Guid ReceptionId, string Session, DateOnly HeldOn, string ReceivedBy, bool IsOnline, bool? PostedInTime);

/// <summary>A session of citizen reception was cancelled.</summary>
/// <param name="ReceptionId">The session.</param>
/// <param name="Session">THUONG_XUYEN, DINH_KY or DOT_XUAT.</param>
/// <param name="HeldOn">The day on which it would have been held.</param>
public sealed record ReceptionCancelled(Guid ReceptionId, string Session, DateOnly HeldOn);

/// <summary>People were heard in a session (lượt tiếp). Counts for the statistics of TT 06/2025/TT-TTCP; never who they were.</summary>
/// <param name="ReceptionId">The session.</param>
/// <param name="VisitId">This time.</param>
/// <param name="Session">THUONG_XUYEN, DINH_KY or DOT_XUAT.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="People">How many came.</param>
/// <param name="IsGroup">Whether that makes a group (five and more).</param>
/// <param name="IsNewCase">Whether the case was heard for the first time.</param>
/// <param name="Outcome">GUIDED, EXPLAINED, RECEIVED or REFUSED.</param>
public sealed record VisitHeard(
    Guid ReceptionId,
    Guid VisitId,
    string Session,
    DateOnly HeldOn,
    string Kind,
    string Field,
    int People,
    bool IsGroup,
    bool IsNewCase,
    string Outcome
);
