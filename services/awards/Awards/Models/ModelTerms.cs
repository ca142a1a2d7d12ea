namespace DanVan.Awards.Models;

public enum ModelKind
{
    /// <summary>Mô hình: of a collective.</summary>
    Model,

    /// <summary>Điển hình: a typical individual.</summary>
    TypicalIndividual,
}

/// <summary>Fields of the "Dân vận khéo" movement; the first five are the movement's own, the others came up in use.</summary>
public enum ModelField
{
    KinhTe,
    VanHoaXaHoi,
    QuocPhongAnNinh,
    XayDungHeThongChinhTri,
    NongThonMoiDoThiVanMinh,
    PhongChongDich,
    ChuyenDoiSo,
    MoiTruong,
    TonGiaoDanToc,
    Khac,
}

/// <summary>In order: a later stage has passed the earlier ones.</summary>
public enum ModelStage
{
    Registered,
    InImplementation,
    Effective,
    Recognised,
}

/// <summary>In order, lowest first.</summary>
public enum RecognitionLevel
{
    Grassroots,

    /// <summary>Until 30/06/2025.</summary>
    District,
    Province,
    Central,
}

public enum DiscontinuationReason
{
    PurposeFulfilled,
    NotEffective,
    Merged,
    NoResources,
    Other,
}
