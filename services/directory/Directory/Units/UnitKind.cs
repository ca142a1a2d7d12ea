namespace DanVan.Directory.Units;

/// <summary>What a unit is. Kinds of administrative units have a level of their own; bodies take the level of the unit they belong to.</summary>
public enum UnitKind
{
    /// <summary>Trung ương: the root.</summary>
    Central,

    /// <summary>Thành phố trực thuộc trung ương.</summary>
    Municipality,

    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Quận (until 30/06/2025, like all of the district level).</summary>
    UrbanDistrict,

    /// <summary>Huyện.</summary>
    RuralDistrict,

    /// <summary>Thị xã.</summary>
    Town,

    /// <summary>Thành phố thuộc tỉnh, thành phố thuộc thành phố.</summary>
    City,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Thị trấn (until 30/06/2025).</summary>
    Township,

    /// <summary>Đặc khu (since 01/07/2025).</summary>
    SpecialZone,

    /// <summary>Commune-level unit that its source does not classify.</summary>
    Other,

    /// <summary>Cấp ủy, đảng bộ, chi bộ.</summary>
    PartyCommittee,

    /// <summary>Ban dân vận; since 2025 ban tuyên giáo và dân vận.</summary>
    MassMobilizationBoard,

    /// <summary>Ủy ban Mặt trận Tổ quốc.</summary>
    FatherlandFront,

    /// <summary>Ủy ban nhân dân.</summary>
    PeoplesCommittee,

    /// <summary>Hội đồng nhân dân.</summary>
    PeoplesCouncil,

    /// <summary>Đoàn thể chính trị - xã hội.</summary>
    MassOrganisation,

    /// <summary>Sở, ban, ngành, phòng.</summary>
    Department,

    /// <summary>Doanh nghiệp.</summary>
    Enterprise,
}

/// <summary>Where a unit stands in the country.</summary>
public enum UnitLevel
{
    Central,
    Province,
    District,
    Commune,
}

internal static class UnitKinds
{
    /// <summary>The level that the kind implies; null for bodies.</summary>
    public static UnitLevel? OwnLevel(this UnitKind kind) =>
        kind switch
        {
            UnitKind.Central => UnitLevel.Central,
            UnitKind.Municipality or UnitKind.Province => UnitLevel.Province,
            UnitKind.UrbanDistrict or UnitKind.RuralDistrict or UnitKind.Town or UnitKind.City => UnitLevel.District,
            UnitKind.Ward or UnitKind.Commune or UnitKind.Township or UnitKind.SpecialZone or UnitKind.Other => UnitLevel.Commune,
            _ => null,
        };

    /// <summary>Whether units of this kind are the country's territory, as opposed to bodies that work in it.</summary>
    public static bool IsAdministrative(this UnitKind kind) => kind.OwnLevel() is not null;
}
