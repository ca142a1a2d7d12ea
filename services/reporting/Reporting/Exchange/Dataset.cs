using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Exchange;

/// <summary>What a table of values is about: every period with every unit with every indicator, in this order.</summary>
/// <param name="Title">For people.</param>
/// <param name="Form">The form whose indicators they are.</param>
/// <param name="Basis">SENT or APPROVED.</param>
sealed record Dataset(
    string Title,
    Form Form,
    string Basis,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<UnitVersion> Units,
    IReadOnlyList<Indicator> Indicators
)
{
    /// <summary>The values that it has.</summary>
    public long Size => (long)Periods.Count * Units.Count * Indicators.Count;

    /// <summary>The name of a period among all: <c>2026-QUARTER-1</c>.</summary>
    public static string NameOf(Period period) => $"{period.Year}-{EnumNames.Of(period.Kind)}-{period.Index}";
}

/// <summary>One value of a dataset.</summary>
/// <param name="Value">The number, or which of the ways of having none.</param>
/// <param name="AtLeast">Whether some report leaves its part open: the number is then a lower bound.</param>
/// <param name="Reports">How many reports say a number, "some", that it does not apply, nothing; none of a report itself.</param>
sealed record DatasetValue(CellValue Value, bool AtLeast = false, ReportCounts? Reports = null)
{
    /// <summary>What it is where it is no plain number.</summary>
    public string? Status =>
        Value.Number is null ? EnumNames.Of(Value.State)
        : AtLeast ? AtLeastStatus
        : null;

    public const string AtLeastStatus = "AT_LEAST";

    public const string AtLeastWords = "Ít nhất (có đơn vị chưa nêu rõ số)";
}

/// <summary>What a figure stands on.</summary>
sealed record ReportCounts(int Reported, int Unspecified, int NotApplicable, int NotReported);
