namespace DanVan.Petitions;

/// <summary>What a petition is by content and purpose, whatever its title says.</summary>
public enum PetitionKind
{
    /// <summary>Complaint (khiếu nại): asks to review a decision or act that infringes one's own rights. Luật KN Đ2.1.</summary>
    KhieuNai,

    /// <summary>Denunciation (tố cáo): an individual reports a violation by anyone. Luật TC Đ2.</summary>
    ToCao,

    /// <summary>Proposal (kiến nghị). Luật TCD Đ2.2.</summary>
    KienNghi,

    /// <summary>Feedback (phản ánh). Luật TCD Đ2.2.</summary>
    PhanAnh,
}

/// <summary>How a petition came in.</summary>
public enum Channel
{
    /// <summary>By post.</summary>
    BuuChinh,

    /// <summary>Handed in at the reception point or the suggestion box.</summary>
    NopTrucTiep,

    /// <summary>Sent on by a deputy, the Fatherland Front, the press or another body, which must be answered.</summary>
    CoQuanChuyenDen,

    /// <summary>Received by a leader and passed on.</summary>
    LanhDaoChuyen,

    /// <summary>Spoken at citizen reception.</summary>
    TiepCongDan,

    /// <summary>Spoken at online reception. Luật TCD Đ3a, from 01/07/2026.</summary>
    TiepCongDanTrucTuyen,

    /// <summary>By the hotline.</summary>
    DuongDayNong,

    /// <summary>By an electronic portal.</summary>
    CongDienTu,
}

/// <summary>The columns of the statistics of TT 06/2025/TT-TTCP.</summary>
public enum PetitionField
{
    HanhChinh,
    TuPhap,
    DangDoanThe,
    Khac,
}

public enum PetitionState
{
    Received,
    Accepted,
    NotAccepted,
    Guided,
    Forwarded,
    Resolved,

    /// <summary>Accepted, and the clock stands (tạm đình chỉ). Luật KN Đ11a.4, Luật TC Đ34.</summary>
    Suspended,

    /// <summary>Taken back as a whole (rút đơn); if it was accepted, the decision to stop follows.</summary>
    Withdrawn,

    /// <summary>Accepted, then ended by a decision without a resolution (đình chỉ).</summary>
    Stopped,

    /// <summary>Not eligible to be handled, kept for a time (xếp lưu). TT 07/2014 Đ28.</summary>
    Filed,

    /// <summary>An anonymous denunciation with evidence: information for inspection, neither answered nor resolved. Luật TC Đ25.2.</summary>
    InfoOnly,

    /// <summary>Forwarded here, and sent back as not within competence (trả lại đơn).</summary>
    Returned,

    /// <summary>A duplicate or a repetition, joined to the case of another paper.</summary>
    Merged,
}

public enum Outcome
{
    /// <summary>Well-founded. Luật KN Đ40.2.h.</summary>
    Dung,
    DungMotPhan,
    Sai,

    /// <summary>A proposal or feedback was taken up. The three outcomes from here on are the platform's, not the law's.</summary>
    TiepThu,

    /// <summary>It was answered with an explanation.</summary>
    GiaiTrinh,

    /// <summary>It proved to be without ground.</summary>
    KhongCoCoSo,
}

/// <summary>What makes a case complex. NĐ 155/2026 Đ3a for complaints, NĐ 31/2019 Đ3 for denunciations: the same seven.</summary>
public enum Complexity
{
    /// <summary>a) to be verified at two places or more.</summary>
    SeveralPlaces,

    /// <summary>b) two contents or more.</summary>
    SeveralContents,

    /// <summary>c) many petitioners, or many people's rights.</summary>
    ManyPeople,

    /// <summary>d) a foreign element.</summary>
    ForeignElement,

    /// <summary>đ) the responsibility of several agencies.</summary>
    SeveralAgencies,

    /// <summary>e) agencies disagree.</summary>
    AgenciesDisagree,

    /// <summary>g) evidence or expert opinions contradict each other.</summary>
    ContradictoryEvidence,
}

public enum PetitionerType
{
    Individual,
    Organisation,
}
