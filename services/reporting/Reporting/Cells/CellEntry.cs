namespace DanVan.Reporting.Cells;

/// <summary>What an entry does to its cell.</summary>
public enum EntryKind
{
    /// <summary>Fills a cell that no formula computes.</summary>
    Manual,

    /// <summary>Puts a value beside the derived one, with a reason; this one is reported.</summary>
    Override,

    /// <summary>Gives the cell back to its derived value.</summary>
    Withdrawal,
}

/// <summary>One thing that somebody entered into a cell. Entries are never changed: the newest stands, the others are the cell's history.</summary>
public sealed class CellEntry
{
    /// <summary>UUIDv7: entries of a cell are in the order of their ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Cell { get; init; }

    /// <summary>What it does.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Which kind of value.</summary>
    public required CellState State { get; init; }

    /// <summary>The number, when there is one.</summary>
    public decimal? Number { get; init; }

    /// <summary>The text, when there is one.</summary>
    public string? Text { get; init; }

    /// <summary>Why; always given for an override.</summary>
    public string? Reason { get; init; }

    /// <summary>The account or client that entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    internal CellValue Value => new(State, Number, Text);
}
