using DanVan.Chassis.Http;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>Whether the points that were given are those of the criteria.</summary>
static class GivenSheet
{
    /// <summary>What is wrong, by field; empty when every criterion has its points once and within bounds.</summary>
    public static Dictionary<string, string[]> Faults(IReadOnlyList<GivenPoints> given, IReadOnlyList<ScoredCriterion> criteria)
    {
        var (wrong, open) = (new Dictionary<string, string[]>(), criteria.ToDictionary(criterion => criterion.Code));
        foreach (var (index, one) in given.Index())
            if (!open.Remove(one.Code, out var criterion))
                wrong.Say(
                    $"criteria[{index}].code",
                    (
                        "Bản chấm điểm không có tiêu chí này, hoặc đã có điểm.",
                        "The score has no such criterion, or it has its points already."
                    )
                );
            else if (!Points.AreWithin(one.Points, criterion.Most))
                wrong.Say($"criteria[{index}].points", Points.Bounds(criterion.Most));
        if (wrong.Count == 0 && open.Keys is { Count: > 0 } missing)
            wrong.Say(
                "criteria",
                ($"Thiếu điểm của: {string.Join(", ", missing)}.", $"Points are missing of: {string.Join(", ", missing)}.")
            );
        return wrong;
    }

    /// <summary>Points beside the criteria need what they are given for.</summary>
    /// <param name="field">The member that holds them; that of the ground is called after it.</param>
    public static void Beside(this Dictionary<string, string[]> wrong, string field, decimal points, string? ground, decimal most)
    {
        if (!Points.AreWithin(points, most))
            wrong.Say(field, Points.Bounds(most));
        else if (points > 0 && ground is null)
            wrong.Say($"{field}Ground", ("Điểm thưởng, điểm trừ phải nêu căn cứ.", "Points added or taken off need their ground."));
    }

    public static void Say(this Dictionary<string, string[]> wrong, string field, (string Vi, string En) text) =>
        wrong.TryAdd(field, [Phrases.Of(text.Vi, text.En)]);
}
