using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Requests;

namespace DanVan.Reporting.Sheets;

/// <summary>A cell of a report as a file names it.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Regime">Code of the regime.</param>
/// <param name="PeriodKind">The kind of period.</param>
/// <param name="Year">The year that the period is named after.</param>
/// <param name="Index">Which of its kind; may be left out where a year has one only.</param>
/// <param name="Unit">The reporting unit: its id, or a code with its scheme as it stood on the last day of the period (<c>ADMINISTRATIVE:01</c>).</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="State">Left out: REPORTED.</param>
/// <param name="Number">The number of a cell that holds numbers.</param>
/// <param name="Text">The text of a cell that holds text.</param>
/// <param name="Reason">Why; needed where the value stands instead of a derived one.</param>
/// <param name="From">First day of the period, where the law does not fix it.</param>
/// <param name="To">Last day, likewise.</param>
public sealed record ImportRow(
    [Text(64)] string Form,
    [Text(32)] string Regime,
    PeriodKind PeriodKind,
    [Whole(2000, 2100)] int Year,
    [Whole(1, ReportRequest.LastIndex)] int? Index,
    [Text(200)] string Unit,
    [Text(64)] string Indicator,
    CellState? State = null,
    decimal? Number = null,
    [Text(20_000)] string? Text = null,
    [Text(2_000)] string? Reason = null,
    DateOnly? From = null,
    DateOnly? To = null
)
{
    internal CellInput Input => new(Indicator, State ?? CellState.Reported, Number, Text, Reason);

    internal PeriodRequest Period => new(Regime, PeriodKind, Year, Index, From, To);
}

/// <summary>A row of a file: what it says, or what is wrong with it.</summary>
/// <param name="Number">The line of a CSV file, the place in a JSON array from 1.</param>
sealed record ReadRow(int Number, ImportRow? Row, RowFault? Fault = null);

/// <summary>What is wrong with a row.</summary>
/// <param name="Field">The column.</param>
/// <param name="Message">Why, and what is allowed.</param>
public sealed record RowFault(string Field, string Message);
