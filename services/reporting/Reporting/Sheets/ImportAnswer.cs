namespace DanVan.Reporting.Sheets;

/// <summary>What came of a row.</summary>
public enum RowOutcome
{
    /// <summary>Its value is entered, or would be.</summary>
    Entered,

    /// <summary>The report says so already.</summary>
    Unchanged,

    /// <summary>It cannot be entered; the row says why.</summary>
    Refused,
}

/// <summary>What an import changes, or would change.</summary>
/// <param name="DryRun">True: nothing has been changed.</param>
/// <param name="ReportsOpened">Reports that were made for it.</param>
/// <param name="Rows">Every row of the file in its order.</param>
public sealed record ImportAnswer(bool DryRun, int Entered, int Unchanged, int Refused, int ReportsOpened, IReadOnlyList<ImportedRow> Rows);

/// <summary>A row and what came of it.</summary>
/// <param name="Row">The line of a CSV file, whose titles are line 1; the place in a JSON array from 1.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="ReportId">The report; absent where there is none yet, or none was found.</param>
/// <param name="Fault">What is wrong; for REFUSED.</param>
public sealed record ImportedRow(int Row, RowOutcome Outcome, Guid? ReportId = null, RowFault? Fault = null);
