using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Cells;

/// <summary>A cell of a report: what is reported, and where it comes from.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Value">What the report says: the override if there is one, else the derived or the entered value.</param>
/// <param name="Derived">What the events say; null for a cell that no formula computes. Kept beside an override.</param>
/// <param name="Override">The value that stands instead, with who, when and why; null when the derived value stands.</param>
/// <param name="Events">Events behind the derived value.</param>
/// <param name="Unstated">Events that leave open the number that is added up: the derived value is then a lower bound.</param>
/// <param name="Uncertain">Events not counted, since the source does not say whether they fall into the period.</param>
/// <param name="Parts">The two numbers of a ratio, never averaged; null for other cells.</param>
public sealed record Cell(
    string Code,
    CellValue Value,
    CellValue? Derived = null,
    CellOverride? Override = null,
    int? Events = null,
    int? Unstated = null,
    int? Uncertain = null,
    RatioParts? Parts = null
)
{
    /// <summary>Fills all cells of a form from what was counted and what was entered, the newest entry of each cell.</summary>
    public static IReadOnlyList<Cell> Fill(Form form, Figures figures, IReadOnlyDictionary<string, CellEntry> entries)
    {
        var filled = form
            .Indicators.Where(indicator => !indicator.IsComputed)
            .Select(indicator => Fill(indicator, figures, entries.GetValueOrDefault(indicator.Code)))
            .ToDictionary(cell => cell.Code);
        foreach (var part in form.Indicators)
            if (part.PartOf is { OfChoice: true } of)
                filled[part.Code] = Chosen(part.Code, of.Category, filled[of.Indicator].Value);
        return
        [
            .. form.Indicators.Select(indicator =>
                indicator.Ratio is { } ratio ? Divide(indicator.Code, ratio, filled) : filled[indicator.Code]
            ),
        ];
    }

    static Cell Fill(Indicator indicator, Figures figures, CellEntry? entry)
    {
        if (indicator.Formula is not { } formula)
            return new(indicator.Code, entry?.Value ?? CellValue.NotReported);
        var figure = figures.ByCode[indicator.Code];
        var derived = Derive(formula, figure, figures.Watermarks);
        var instead = entry is { Kind: EntryKind.Override }
            ? new CellOverride(entry.Value, entry.Reason!, entry.EnteredBy, entry.EnteredAt)
            : null;
        return new(indicator.Code, instead?.Value ?? derived, derived, instead, figure.Events, figure.Unstated, figure.Uncertain);
    }

    // No event of a source that speaks is a zero; a source that has never been heard has reported nothing.
    static CellValue Derive(Formula formula, Figure figure, IReadOnlyDictionary<string, long> watermarks) =>
        !formula.Events.Any(match => watermarks.ContainsKey(match.Source)) ? CellValue.NotReported
        : figure.Number is { } number ? CellValue.Of(number)
        : figure.Unstated > 0 ? CellValue.Unspecified
        : CellValue.Of(0);

    // Where nothing was chosen, no category was either, in the same way.
    static Cell Chosen(string code, string category, CellValue choice)
    {
        var value = choice.Text is { } chosen ? CellValue.Of(chosen == category ? 1 : 0) : choice;
        return new(code, value, Derived: value);
    }

    static Cell Divide(string code, Ratio ratio, Dictionary<string, Cell> cells)
    {
        var (numerator, denominator) = (cells[ratio.Numerator].Value, cells[ratio.Denominator].Value);
        var value = Quotient(numerator, denominator);
        return new(code, value, Derived: value, Parts: new(numerator, denominator));
    }

    /// <summary>One value over another, to four decimals; over zero the question does not arise.</summary>
    internal static CellValue Quotient(CellValue numerator, CellValue denominator) =>
        (numerator, denominator) switch
        {
            ({ Number: { } above }, { Number: { } below }) => below == 0
                ? CellValue.NotApplicable
                : CellValue.Of(Math.Round(above / below, 4)),
            ({ State: CellState.NotApplicable }, _) or (_, { State: CellState.NotApplicable }) => CellValue.NotApplicable,
            ({ State: CellState.NotReported }, _) or (_, { State: CellState.NotReported }) => CellValue.NotReported,
            _ => CellValue.Unspecified,
        };
}

/// <summary>A value put beside a derived one.</summary>
/// <param name="Value">The value that is reported.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The account or client.</param>
/// <param name="At">When.</param>
public sealed record CellOverride(CellValue Value, string Reason, string By, DateTimeOffset At);

/// <summary>What a ratio is made of.</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line.</param>
public sealed record RatioParts(CellValue Numerator, CellValue Denominator);
