using System.Globalization;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Checks;

/// <summary>
/// An expression over the cells of a report: numbers, codes of indicators, <c>previous(CODE)</c> for the report of the period before, <c>lastYear(CODE)</c> for
/// that of the same period a year ago, <c>abs(…)</c>, <c>+ - * /</c> and brackets. It is parsed once and holds nothing that could run elsewhere.
/// </summary>
public abstract record Expression
{
    /// <summary>Characters of an expression at most.</summary>
    public const int Longest = 2_000;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ExpressionException">It is none; the position says where.</exception>
    public static Expression Parse(string text) => new ExpressionParser(text).Read();

    /// <summary>Its value.</summary>
    /// <param name="cells">What the cells say; a cell without a number counts as nothing.</param>
    /// <exception cref="DivideByZeroException">Something is divided by zero.</exception>
    /// <exception cref="OverflowException">A number is beyond 28 digits.</exception>
    public abstract decimal Of(Func<CellReference, decimal?> cells);

    /// <summary>The cells that it names, each as often as it does.</summary>
    public abstract IEnumerable<CellReference> Cells { get; }
}

/// <summary>A cell of this report, or of an earlier one of the same unit on the same form.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Of">Which earlier one; null for this one.</param>
public sealed record CellReference(string Code, Earlier? Of = null)
{
    /// <summary>The functions of the grammar that name a cell of an earlier report.</summary>
    public static readonly IReadOnlyDictionary<string, Earlier> Functions = new Dictionary<string, Earlier>
    {
        ["previous"] = Earlier.PeriodBefore,
        ["lastYear"] = Earlier.LastYear,
    };

    public override string ToString() => Of is { } which ? $"{Functions.Single(function => function.Value == which).Key}({Code})" : Code;
}

/// <summary>Why a text is no expression.</summary>
/// <param name="position">Where, counted from 1.</param>
/// <param name="vi">What is wrong there, for people.</param>
/// <param name="en">The same in English.</param>
public sealed class ExpressionException(int position, string vi, string en) : Exception($"position {position}: {en}")
{
    /// <summary>Where, counted from 1.</summary>
    public int Position => position;

    /// <summary>What is wrong there.</summary>
    public Bilingual Says { get; } = new($"vị trí {position}: {vi}", $"position {position}: {en}");
}

sealed record Number(decimal Value) : Expression
{
    public override decimal Of(Func<CellReference, decimal?> cells) => Value;

    public override IEnumerable<CellReference> Cells => [];

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

sealed record InCell(CellReference Cell) : Expression
{
    public override decimal Of(Func<CellReference, decimal?> cells) => cells(Cell) ?? 0;

    public override IEnumerable<CellReference> Cells => [Cell];

    public override string ToString() => Cell.ToString();
}

sealed record Negative(Expression Inner) : Expression
{
    public override decimal Of(Func<CellReference, decimal?> cells) => -Inner.Of(cells);

    public override IEnumerable<CellReference> Cells => Inner.Cells;

    public override string ToString() => $"-{Inner}";
}

sealed record Absolute(Expression Inner) : Expression
{
    public override decimal Of(Func<CellReference, decimal?> cells) => Math.Abs(Inner.Of(cells));

    public override IEnumerable<CellReference> Cells => Inner.Cells;

    public override string ToString() => $"abs({Inner})";
}

sealed record Operation(Expression Left, char Sign, Expression Right) : Expression
{
    public override decimal Of(Func<CellReference, decimal?> cells) =>
        (Left.Of(cells), Sign, Right.Of(cells)) switch
        {
            (var left, '+', var right) => left + right,
            (var left, '-', var right) => left - right,
            (var left, '*', var right) => left * right,
            var (left, _, right) => left / right,
        };

    public override IEnumerable<CellReference> Cells => Left.Cells.Concat(Right.Cells);

    public override string ToString() => $"({Left} {Sign} {Right})";
}
