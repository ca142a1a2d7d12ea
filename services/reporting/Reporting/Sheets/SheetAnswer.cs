using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;

namespace DanVan.Reporting.Sheets;

/// <summary>What a filled sheet changes, or would change.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Version">Its version after that, for If-Match of the next edit; as before when nothing has changed.</param>
/// <param name="DryRun">True: nothing has been changed.</param>
/// <param name="Changes">The cells that change, line by line; what says the same already is left out.</param>
/// <param name="Faults">What is wrong; with one of these nothing is changed.</param>
/// <param name="IgnoredRows">Rows that hold a value and name no cell, such as notes and totals.</param>
public sealed record SheetAnswer(
    Guid ReportId,
    int Version,
    bool DryRun,
    IReadOnlyList<SheetChange> Changes,
    IReadOnlyList<SheetFault> Faults,
    IReadOnlyList<int> IgnoredRows
) : IVersionedView;

/// <summary>A cell that changes.</summary>
/// <param name="Row">The row of the sheet, as the spreadsheet counts it.</param>
/// <param name="Code">Code of the indicator.</param>
/// <param name="From">What the report says.</param>
/// <param name="To">What it says after that.</param>
/// <param name="Reason">Why; of an override.</param>
public sealed record SheetChange(int Row, string Code, CellValue From, CellValue To, string? Reason);

/// <summary>What is wrong in a sheet.</summary>
/// <param name="Row">The row, as the spreadsheet counts it.</param>
/// <param name="Column">The letters of the column.</param>
/// <param name="Code">Code of the indicator, as written; absent where it is about no line of the form.</param>
/// <param name="Message">Why, and what is allowed.</param>
public sealed record SheetFault(int Row, string Column, string? Code, string Message);
