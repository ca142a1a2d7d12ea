namespace DanVan.Reporting.Periods;

/// <summary>How long a reporting period is; its days are a matter of the regime.</summary>
public enum PeriodKind
{
    /// <summary>Tháng.</summary>
    Month,

    /// <summary>Quý.</summary>
    Quarter,

    /// <summary>Six months (6 tháng): 1 is the first half, 2 the second.</summary>
    HalfYear,

    /// <summary>Nine months (9 tháng): from the start of the reporting year, a cumulative series and no quarter.</summary>
    NineMonths,

    /// <summary>Năm.</summary>
    Year,

    /// <summary>On request: thematic (chuyên đề) or sudden (đột xuất).</summary>
    AdHoc,
}
