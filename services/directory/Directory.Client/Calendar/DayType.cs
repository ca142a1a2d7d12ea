namespace DanVan.Directory.Client;

/// <summary>Why a day differs from the plain week. Written as HOLIDAY, COMPENSATORY, SWAPPED_OFF and SWAPPED_WORK.</summary>
public enum DayType
{
    /// <summary>Public holiday (Bộ luật Lao động 2019, Điều 112.1).</summary>
    Holiday,

    /// <summary>Day off for a holiday that fell on a weekly day off (Điều 111.3).</summary>
    Compensatory,

    /// <summary>Working day made free in exchange for another (nghỉ hoán đổi).</summary>
    SwappedOff,

    /// <summary>Weekend day worked in exchange for another (làm bù).</summary>
    SwappedWork,
}
