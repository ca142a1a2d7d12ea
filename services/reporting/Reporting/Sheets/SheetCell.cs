using System.Globalization;

namespace DanVan.Reporting.Sheets;

/// <summary>What kind of thing stands in a cell.</summary>
enum SheetKind
{
    Empty,
    Number,
    Text,

    /// <summary>A number that is shown as a day or a time.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Truth,

    /// <summary>#N/A and its like.</summary>
    Error,
    Formula,
}

/// <summary>A cell as it was read.</summary>
readonly record struct SheetCell(SheetKind Kind, decimal Number = 0, string Written = "")
{
    // Beyond it no number is taken, and so how large it is beyond does not matter.
    const double Beyond = 1e20;

    public bool IsEmpty => Kind is SheetKind.Empty;

    /// <summary>What it says as text.</summary>
    public string Text => Kind is SheetKind.Number ? Number.ToString("0.############", CultureInfo.InvariantCulture) : Written;

    public static SheetCell OfText(string text) =>
        text.Trim() is { Length: > 0 } said ? new(SheetKind.Text, 0, said.ReplaceLineEndings("\n")) : default;

    /// <summary>A number as it is stored: a double, so that fifteen digits of it mean something.</summary>
    public static SheetCell OfNumber(string stored, bool isDate) =>
        stored.Trim().Length == 0 ? default
        : !double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsNaN(number)
            ? new(SheetKind.Error, 0, stored)
        : new(isDate ? SheetKind.Date : SheetKind.Number, (decimal)Math.Clamp(number, -Beyond, Beyond), stored);
}
