namespace DanVan.Reporting;

/// <summary>As quarters and the parts of a document are numbered.</summary>
static class RomanNumerals
{
    static readonly string[] All = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>From 1; as figures beyond XII.</summary>
    public static string Of(int number) => All.ElementAtOrDefault(number - 1) ?? $"{number}";
}
