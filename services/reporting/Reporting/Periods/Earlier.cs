namespace DanVan.Reporting.Periods;

/// <summary>Which earlier period another is held against.</summary>
public enum Earlier
{
    /// <summary>The one of the same kind that ended on the day before (kỳ trước).</summary>
    PeriodBefore,

    /// <summary>The same one of the year before (cùng kỳ năm trước).</summary>
    LastYear,
}
