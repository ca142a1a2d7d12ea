using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Consolidation;

/// <summary>
/// What one cell of a report adds to the figures of the units above: without the units below that report themselves, so that nothing is added twice.
/// </summary>
/// <param name="Cell">Code of the indicator, or <see cref="Report"/>.</param>
/// <param name="State">Which kind of value.</param>
/// <param name="Number">What is added, when the cell holds a number.</param>
/// <param name="AtLeast">Whether something was left open beside the number.</param>
/// <param name="Text">A narrative, cited above, never merged; or the SHA-256 of a file.</param>
/// <param name="Alone">Whether the number stands for the unit with all below it and adds nothing further up: each was counted once.</param>
public sealed record Contribution(
    string Cell,
    CellState State,
    decimal? Number = null,
    bool AtLeast = false,
    string? Text = null,
    bool Alone = false
)
{
    /// <summary>The cell that stands for the report itself, so that reports are counted as their cells are.</summary>
    public const string Report = "*";

    /// <summary>What these cells add.</summary>
    /// <param name="form">The form; its ratios are divided anew from added parts.</param>
    /// <param name="cells">As the report says.</param>
    /// <param name="own">What the formulas count without the units below that report themselves.</param>
    public static IReadOnlyList<Contribution> Of(Form form, IReadOnlyList<Cell> cells, Figures own) =>
        Of(form, cells, Cells.Cell.Fill(form, own, new Dictionary<string, CellEntry>()));

    /// <summary>The same from the derived cells without the units below that report themselves.</summary>
    public static IReadOnlyList<Contribution> Of(Form form, IReadOnlyList<Cell> cells, IReadOnlyList<Cell> own)
    {
        var counted = own.ToDictionary(cell => cell.Code);
        return
        [
            new(Report, CellState.Reported),
            .. from cell in cells
            let indicator = form.Find(cell.Code)
            where indicator is { Ratio: null }
            select indicator.OverUnits is Aggregation.Distinct ? Once(cell)
            : indicator.Formula is null ? Of(cell.Code, cell.Value)
            : Of(cell, counted[cell.Code]),
        ];
    }

    // An event that does not say whom it counts may be about somebody who was counted, or not.
    static Contribution Once(Cell cell) =>
        cell is { Override: null, Unstated: > 0 }
            ? new(cell.Code, CellState.Unspecified, Alone: true)
            : new(cell.Code, cell.Value.State, cell.Value.Number, Alone: true);

    static Contribution Of(string code, CellValue value) => new(code, value.State, value.Number, Text: value.Text);

    /// <summary>An override says how the whole differs from what was counted: by so much the unit's own part does.</summary>
    static Contribution Of(Cell cell, Cell own)
    {
        var value = own.Derived!;
        if (cell.Override is null)
            return new(cell.Code, value.State, value.Number, own.Unstated > 0 && value.Number is not null);
        return cell.Value.Number is { } instead && cell.Derived?.Number is { } whole && value.Number is { } part
            ? Of(cell.Code, CellValue.Of(instead - whole + part))
            : Of(cell.Code, cell.Value);
    }
}
