using DanVan.Awards.Decisions;

namespace DanVan.Awards.Law;

/// <summary>One kind of recipient: so many, each so many base salaries.</summary>
public sealed record RewardLine(RecipientKind Kind, int Count, decimal Coefficient, decimal Amount, string Source, string Mark);

/// <summary>
/// The money that goes with a decision, in VND. <see cref="Total"/> is null, never a part of the sum, when a row of the law is missing;
/// <see cref="Missing"/> says which.
/// </summary>
/// <param name="FromMemory">Whether a row was taken from memory (mark M) and still has to be checked against the text.</param>
public sealed record Reward(
    DateOnly Basis,
    LawRow? Law,
    BaseSalaryRow? Salary,
    IReadOnlyList<RewardLine> Lines,
    IReadOnlyList<string> Missing,
    decimal? Total,
    bool FromMemory
);

public static class RewardMoney
{
    /// <summary>Coefficient × base salary on the day of the decision (Decree 152/2025, articles 50 and 54), not on the day of asking.</summary>
    public static Reward Of(AwardLaw rules, AwardForm form, DateOnly basis, RecipientCounts counts)
    {
        var law = form.Regime == AwardForm.StateRegime ? rules.On(basis) : null;
        var salary = rules.SalaryOn(basis);
        var missing = new List<string>();
        if (law is null)
            missing.Add("LAW");
        if (salary is null)
            missing.Add("BASE_SALARY");

        var lines = new List<RewardLine>();
        foreach (var kind in Enum.GetValues<RecipientKind>().Where(kind => counts.Of(kind) > 0))
        {
            var row = law is null ? null : rules.Coefficient(law.Id, form.Code, kind);
            if (row is null)
                missing.Add($"COEFFICIENT_{EnumNames.Of(kind)}");
            else if (salary is not null)
                lines.Add(
                    new(kind, counts.Of(kind), row.Value, WholeVnd(counts.Of(kind) * row.Value * salary.Amount), row.Source, row.Mark)
                );
        }

        var marks = lines.Select(line => line.Mark).Append(law?.Mark).Append(salary?.Mark);
        var total = missing.Count == 0 && lines.Count > 0 ? lines.Sum(line => line.Amount) : (decimal?)null;
        return new(basis, law, salary, lines, missing, total, marks.Contains("M"));
    }

    static decimal WholeVnd(decimal amount) => decimal.Round(amount, 0, MidpointRounding.AwayFromZero);
}
