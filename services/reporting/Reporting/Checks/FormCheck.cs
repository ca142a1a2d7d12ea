using System.Text.Json.Serialization;
using DanVan.Reporting.Cells;

namespace DanVan.Reporting.Checks;

/// <summary>A rule that the cells of a report keep (kiểm tra số liệu): two expressions and how they compare.</summary>
/// <param name="Code">Unique in the form.</param>
/// <param name="Name">What it says, for people.</param>
/// <param name="Left">An expression over the cells.</param>
/// <param name="Comparison">How the two compare.</param>
/// <param name="Right">The other expression.</param>
/// <param name="Severity">What it means for the report when the rule does not hold.</param>
/// <param name="Missing">What cells without a number do to it.</param>
public sealed record FormCheck(
    string Code,
    Bilingual Name,
    string Left,
    Comparison Comparison,
    string Right,
    Severity Severity = Severity.Block,
    MissingValues Missing = MissingValues.SkipIfAny
)
{
    readonly Lazy<Parsed> parsed = new(() => Parsed.Of(Expression.Parse(Left), Expression.Parse(Right)));

    /// <summary>The cells that it is about, of this report and of the one before.</summary>
    [JsonIgnore]
    public IReadOnlyList<CellReference> Cells => parsed.Value.Cells;

    /// <summary>What comes of it for these cells.</summary>
    /// <param name="cells">What each cell says; a cell of a report that is not there is not reported.</param>
    public CheckResult On(Func<CellReference, CellValue> cells)
    {
        var (left, right, _) = parsed.Value;
        if (Comparison is Comparison.CompulsoryPair or Comparison.ExclusivePair)
        {
            var (one, other) = (IsThere(left), IsThere(right));
            return Result(Comparison is Comparison.CompulsoryPair ? one == other : !(one && other));
        }
        if (Cells.Any(cell => cells(cell).State is CellState.Unspecified))
            return Skipped(SkipReason.Unspecified);
        if (IsOpen())
            return Skipped(SkipReason.NotReported);
        try
        {
            var (a, b) = (left.Of(Value), right.Of(Value));
            return Result(Holds(a, b)) with { Left = a, Right = b };
        }
        catch (DivideByZeroException)
        {
            return Skipped(SkipReason.DividesByZero);
        }
        catch (OverflowException)
        {
            return Skipped(SkipReason.TooLarge);
        }

        bool IsOpen() =>
            Missing switch
            {
                MissingValues.SkipIfAny => Cells.Any(IsMissing),
                MissingValues.SkipIfAll => Cells.All(IsMissing),
                MissingValues.SkipIfSide => IsMissingSide(left) || IsMissingSide(right),
                _ => false,
            };
        bool IsMissingSide(Expression side) => side.Cells.Any() && side.Cells.All(IsMissing);
        bool IsMissing(CellReference cell) => cells(cell).State is CellState.NotReported;
        decimal? Value(CellReference cell) => cells(cell).Number;
        bool IsThere(Expression side) => side.Cells.Any(cell => cells(cell) is { State: CellState.Reported });
        CheckResult Result(bool holds) => new(this, holds ? CheckOutcome.Holds : CheckOutcome.Fails);
        CheckResult Skipped(SkipReason why) => new(this, CheckOutcome.Skipped, why);
    }

    bool Holds(decimal left, decimal right) =>
        Comparison switch
        {
            Comparison.Equal => left == right,
            Comparison.NotEqual => left != right,
            Comparison.Less => left < right,
            Comparison.AtMost => left <= right,
            Comparison.Greater => left > right,
            _ => left >= right,
        };

    sealed record Parsed(Expression Left, Expression Right, IReadOnlyList<CellReference> Cells)
    {
        public static Parsed Of(Expression left, Expression right) => new(left, right, [.. left.Cells.Concat(right.Cells).Distinct()]);
    }
}

/// <summary>What came of a check.</summary>
/// <param name="Check">Which.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="SkippedFor">Why nothing can be said.</param>
/// <param name="Left">The number on the left; none when it was skipped or compares what is there.</param>
/// <param name="Right">That on the right.</param>
public sealed record CheckResult(
    FormCheck Check,
    CheckOutcome Outcome,
    SkipReason? SkippedFor = null,
    decimal? Left = null,
    decimal? Right = null
);

/// <summary>How the two sides of a check compare.</summary>
public enum Comparison
{
    /// <summary>A partition and its total, a stock equation, an opening and the closing before it.</summary>
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,

    /// <summary>Who reports one side reports the other.</summary>
    CompulsoryPair,

    /// <summary>Who reports one side does not report the other.</summary>
    ExclusivePair,
}

/// <summary>What a check means that does not hold.</summary>
public enum Severity
{
    /// <summary>It is shown.</summary>
    Warn,

    /// <summary>The report is not sent until the cells are put right or somebody has explained it.</summary>
    Block,
}

/// <summary>
/// What a cell that is not reported does to a check. One that is not applicable counts as nothing; one that is unspecified ("một số") leaves it open in any case.
/// </summary>
public enum MissingValues
{
    /// <summary>One leaves the check open.</summary>
    SkipIfAny,

    /// <summary>Only when none is there it is left open; else what is missing counts as nothing.</summary>
    SkipIfAll,

    /// <summary>What is missing counts as nothing.</summary>
    NeverSkip,

    /// <summary>Only when one of the sides has none is it left open; else what is missing counts as nothing.</summary>
    SkipIfSide,
}

/// <summary>Whether a check holds.</summary>
public enum CheckOutcome
{
    Holds,
    Fails,

    /// <summary>Nothing can be said.</summary>
    Skipped,
}

/// <summary>Why nothing can be said.</summary>
public enum SkipReason
{
    NotReported,

    /// <summary>A source leaves a number open ("một số").</summary>
    Unspecified,
    DividesByZero,

    /// <summary>A number is beyond 28 digits.</summary>
    TooLarge,
}
