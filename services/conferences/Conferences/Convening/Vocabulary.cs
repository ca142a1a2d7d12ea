namespace DanVan.Conferences.Convening;

/// <summary>Main kind of a conference.</summary>
public enum ConferenceKind
{
    /// <summary>Review of half a year or of half a programme (sơ kết).</summary>
    SoKet,

    /// <summary>Review of a year or a term (tổng kết).</summary>
    TongKet,

    /// <summary>Monthly or quarterly briefing (giao ban).</summary>
    GiaoBan,

    /// <summary>Launch of a programme or a document (triển khai, quán triệt).</summary>
    TrienKhai,

    /// <summary>On one subject (chuyên đề).</summary>
    ChuyenDe,

    /// <summary>Seminar (tọa đàm).</summary>
    ToaDam,

    /// <summary>Training (tập huấn).</summary>
    TapHuan,

    /// <summary>Dialogue with the people (đối thoại).</summary>
    DoiThoai,

    /// <summary>Social criticism of a draft (phản biện).</summary>
    PhanBien,
}

/// <summary>What a conference is for. One conference often serves several purposes at once: it sums up, evaluates and launches.</summary>
public enum Purpose
{
    SoKet,
    TongKet,
    DanhGia,
    GiaoBan,
    TrienKhai,
    ChuyenDe,
    ToaDam,
    TapHuan,
    DoiThoai,
    PhanBien,
}

/// <summary>How the delegates meet.</summary>
public enum ConferenceMode
{
    /// <summary>Online for the whole country: a centre and bridge sites in the provinces.</summary>
    OnlineNational,
    Online,
    InPerson,
    Hybrid,
}

/// <summary>Level of the organiser on the day of the conference. The district level ended on 30/06/2025.</summary>
public enum OrganiserLevel
{
    Central,
    Province,
    City,
    District,
    Commune,
}

/// <summary>Whom a conference or a theme reaches.</summary>
public enum Reach
{
    ToanQuoc,
    Tinh,
    Xa,
    LienNganh,
}

/// <summary>Part of the day.</summary>
public enum PartOfDay
{
    Morning,
    Afternoon,
    Evening,
    WholeDay,
}

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
}
