using DanVan.Chassis.Http;

namespace DanVan.Reporting.Scoring;

/// <summary>What points are given for (tiêu chí).</summary>
/// <param name="Code">Of the criterion.</param>
/// <param name="Part">The part of the scheme that it belongs to.</param>
/// <param name="Name">As the decision words it.</param>
/// <param name="Most">Points that it gives at most.</param>
public sealed record ScoredCriterion([Text(32)] string Code, [Text(32)] string Part, [Text(1000)] string Name, decimal Most)
{
    /// <summary>What is wrong about the criteria of a scheme, by their place in the list; none when they are a whole.</summary>
    /// <param name="field">The member that holds the list.</param>
    internal static IEnumerable<(string Field, string Vi, string En)> Faults(
        string field,
        IReadOnlyList<(string Code, string Part, decimal Most)> criteria,
        ScoringScheme scheme
    )
    {
        var codes = new HashSet<string>();
        var faults = new List<(string Field, string Vi, string En)>();
        foreach (var (index, (code, part, most)) in criteria.Index())
        {
            if (!codes.Add(code))
                faults.Add(($"{field}[{index}].code", "Mỗi tiêu chí một mã.", "Each criterion has a code of its own."));
            if (scheme.Parts.All(one => one.Code != part))
                faults.Add(($"{field}[{index}].part", "Bộ tiêu chí không có phần này.", "The scheme has no such part."));
            if (most is <= 0 or > 100 || !Points.AreWritten(most))
                faults.Add(
                    (
                        $"{field}[{index}].most",
                        "Điểm tối đa phải trên 0, không quá 100, tối đa hai chữ số thập phân.",
                        "More than 0 and no more than 100, with two decimals at most."
                    )
                );
        }
        if (faults.Count == 0)
            faults.AddRange(
                from part in scheme.Parts
                where criteria.Where(one => one.Part == part.Code).Sum(one => one.Most) != part.Points
                select (
                    field,
                    $"Điểm tối đa của các tiêu chí phần {part.Code} phải cộng lại bằng {part.Points}.",
                    $"What the criteria of {part.Code} give at most has to add up to {part.Points}."
                )
            );
        return faults;
    }
}

/// <summary>Points as people give them.</summary>
static class Points
{
    /// <summary>Whether a number has two decimals at most, so that what is kept is what was given.</summary>
    public static bool AreWritten(decimal points) => decimal.Round(points, 2) == points;

    /// <summary>Whether it lies within bounds and is written so.</summary>
    public static bool AreWithin(decimal points, decimal most) => points >= 0 && points <= most && AreWritten(points);

    /// <summary>What is said of points that are not.</summary>
    public static (string Vi, string En) Bounds(decimal most) =>
        ($"Điểm từ 0 đến {most}, tối đa hai chữ số thập phân.", $"From 0 to {most}, with two decimals at most.");
}
