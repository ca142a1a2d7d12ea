using DanVan.Chassis.Http;

namespace DanVan.Directory.Import;

/// <summary>What a row of a file comes to.</summary>
public enum RowOutcome
{
    /// <summary>A new unit (a new identity, perhaps under an old code) or a new declaration.</summary>
    Create,

    /// <summary>The unit keeps its identity and changes.</summary>
    Change,

    /// <summary>It already stands as the row says.</summary>
    Exists,

    /// <summary>The row cannot be carried out; with one such row the whole file is not.</summary>
    Problem,
}

/// <summary>What a row of a file comes to.</summary>
/// <param name="Line">Line of a CSV file, number of the row in a JSON one; 0 when the problem follows from the file as a whole.</param>
/// <param name="Code">The code of the row.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="UnitId">The unit; of a problem the one it is about, if any.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record RowResult(int Line, string Code, RowOutcome Outcome, Guid? UnitId = null, Rejection? Reason = null);

/// <summary>A row of the answer to a dry run.</summary>
/// <param name="Line">Line of a CSV file, number of the row in a JSON one; 0 when the problem follows from the file as a whole.</param>
/// <param name="Code">The code of the row.</param>
/// <param name="Outcome">What applying would do.</param>
/// <param name="UnitId">The unit concerned.</param>
/// <param name="Problem">What is wrong, in the language of the request.</param>
public sealed record RowView(int Line, string Code, RowOutcome Outcome, Guid? UnitId, string? Problem);

/// <summary>What a file comes to.</summary>
/// <param name="Created">New units or declarations.</param>
/// <param name="Changed">Units that keep their identity and change.</param>
/// <param name="Existing">Rows that already stand.</param>
/// <param name="Problems">Rows that cannot be carried out.</param>
/// <param name="Ended">Units that end.</param>
/// <param name="Undecided">Of those, administrative units whose successor no file tells; GET /api/v1/units/undecided lists them.</param>
/// <param name="Unexplained">New units of a reorganisation of which no file tells what they came out of.</param>
/// <param name="Rows">Each row; only in a dry run.</param>
public sealed record ImportReport(
    int Created,
    int Changed,
    int Existing,
    int Problems,
    int Ended,
    int Undecided,
    int Unexplained,
    IReadOnlyList<RowView>? Rows
);
