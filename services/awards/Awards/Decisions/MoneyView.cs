using DanVan.Awards.Law;

namespace DanVan.Awards.Decisions;

/// <summary>The money of a decision in VND, with the sum written out.</summary>
/// <param name="Basis">The day whose base salary counts.</param>
/// <param name="BasisIs">DECIDED_ON, or PRESENTED_ON where the decision's date is not stated.</param>
/// <param name="Total">Null where a row of the law is missing, or nobody is declared or named.</param>
/// <param name="ToRecover">What revoked recipients have to return.</param>
/// <param name="Missing">Rows that are not on file: LAW, BASE_SALARY, COEFFICIENT_COLLECTIVE …</param>
/// <param name="FromMemory">A row was taken from memory and still has to be checked against the text.</param>
public sealed record MoneyView(
    DateOnly Basis,
    MoneyBasis BasisIs,
    BaseSalaryRow? BaseSalary,
    IReadOnlyList<RewardLine> Lines,
    decimal? Total,
    decimal? ToRecover,
    IReadOnlyList<string> Missing,
    bool FromMemory,
    string Explanation
)
{
    public static MoneyView Of(AwardDecision decision, AwardForm form, AwardLaw law)
    {
        var reward = RewardMoney.Of(law, form, decision.CountsOn, decision.Rewarded);
        return new(
            reward.Basis,
            decision.DecidedOn is null ? MoneyBasis.PresentedOn : MoneyBasis.DecidedOn,
            reward.Salary,
            reward.Lines,
            reward.Total,
            decision.Revoked.Total == 0 ? null : RewardMoney.Of(law, form, decision.CountsOn, decision.Revoked).Total,
            reward.Missing,
            reward.FromMemory,
            Phrases.Of(RewardExplanation.InVietnamese(reward, form), RewardExplanation.InEnglish(reward, form))
        );
    }
}

public enum MoneyBasis
{
    DecidedOn,
    PresentedOn,
}
