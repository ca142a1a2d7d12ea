using System.Globalization;

namespace DanVan.Bench;

/// <summary>How much is measured: rounds, and seconds of load in each.</summary>
public sealed record Effort(int Rounds, int Seconds)
{
    public static Effort Full { get; } = new(5, 5);
    public static Effort Quick { get; } = new(3, 2);

    /// <summary>So many things to move in a round.</summary>
    public int Count(int full) => this == Full ? full : full / 4;
}

/// <summary>One thing measured beside its baseline, in rounds that follow each other within seconds; what counts is the median of the ratios.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Baseline">What stands beside it, or null where the limit is absolute.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Rounds">Value and baseline of each round.</param>
/// <param name="Limit">The ratio that must be reached, or the value that must not be passed where there is no baseline.</param>
public sealed record Figure(string Name, string? Baseline, string Unit, IReadOnlyList<Round> Rounds, double Limit)
{
    public double Value => Median(Rounds.Select(round => round.Value));
    public double Beside => Median(Rounds.Select(round => round.Beside));
    public double Ratio => Median(Rounds.Select(round => round.Value / round.Beside));
    public bool Reached => Baseline is null ? Value <= Limit : Ratio >= Limit;

    /// <summary>A value that must not pass a limit.</summary>
    public static Figure AtMost(string name, string unit, double limit, params double[] values) =>
        new(name, null, unit, [.. values.Select(value => new Round(value, double.NaN))], limit);

    public override string ToString()
    {
        var mark = Reached ? "ok   " : "SHORT";
        if (Baseline is null)
            return Invariant($"  {mark} {Name}: {Value:N1} {Unit} (at most {Limit:N0})");
        var ratios = Rounds.Select(round => round.Value / round.Beside).Order().ToArray();
        return Invariant(
            $"  {mark} {Name}: {Ratio:N2} × {Baseline} ({ratios[0]:N2}–{ratios[^1]:N2}; at least {Limit:N2}): {Value:N0} beside {Beside:N0} {Unit}"
        );
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <param name="Value">Ours.</param>
/// <param name="Beside">The baseline's.</param>
public sealed record Round(double Value, double Beside);
