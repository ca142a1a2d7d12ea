namespace DanVan.Reporting.Cells;

/// <summary>What a cell says. A number, zero included, is one thing; the three ways of having none are three others.</summary>
public enum CellState
{
    /// <summary>Nothing has been said.</summary>
    NotReported,

    /// <summary>A number (zero is one) or a text.</summary>
    Reported,

    /// <summary>The question does not arise for this unit, or a quotient has nothing to divide by.</summary>
    NotApplicable,

    /// <summary>There are some, but the source leaves the number open ("một số").</summary>
    Unspecified,
}

/// <summary>A value of a cell.</summary>
/// <param name="State">Which kind of value, or of no value.</param>
/// <param name="Number">The number when the state is REPORTED and the cell holds numbers.</param>
/// <param name="Text">The text when the state is REPORTED and the cell holds text; of a choice the code of what was chosen, of a file its SHA-256.</param>
public sealed record CellValue(CellState State, decimal? Number = null, string? Text = null)
{
    /// <summary>Nothing has been said.</summary>
    public static CellValue NotReported { get; } = new(CellState.NotReported);

    /// <summary>The question does not arise.</summary>
    public static CellValue NotApplicable { get; } = new(CellState.NotApplicable);

    /// <summary>Some, but not how many.</summary>
    public static CellValue Unspecified { get; } = new(CellState.Unspecified);

    /// <summary>A number.</summary>
    public static CellValue Of(decimal number) => new(CellState.Reported, number);
}
