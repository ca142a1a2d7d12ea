using System.ComponentModel.DataAnnotations;
using DanVan.Awards.Decisions;
using DanVan.Awards.Law;

namespace DanVan.Awards.Clearances;

/// <summary>Section <c>Clearance</c>.</summary>
public sealed class ClearanceOptions
{
    /// <summary>A decision older than so many days may be entered as history, for which nobody is asked. No law says: the platform's choice.</summary>
    [Range(1, 3660)]
    public int HistoricalAfterDays { get; init; } = 30;
}

/// <summary>Nobody is rewarded while something stands against it (NĐ 98/2023 Đ4.4, NĐ 152/2025 Đ4.4).</summary>
static class CheckClearances
{
    /// <summary>The rule that a decision falls under by its day; none for awards of the party's own regime and for what is entered as history.</summary>
    public static ClearanceRow? ClearanceFor(this AwardLaw law, AwardDecision decision) =>
        decision.Historical || law.Form(decision.Form)?.Regime != AwardForm.StateRegime ? null : law.ClearanceOn(decision.CountsOn);

    /// <summary>What was decided a short time ago is no history.</summary>
    public static Rejection? RefuseHistory(this AwardDecision decision, DateOnly today, ClearanceOptions options) =>
        decision.Historical && decision.CountsOn > today.AddDays(-options.HistoricalAfterDays)
            ? RefusedClearance.NotHistorical(options.HistoricalAfterDays)
            : null;

    /// <summary>
    /// Closes the questions about the recipients as decided by this decision, or says about whom there is none that is answered with CLEAR. Who is known by
    /// name only cannot be asked about and is passed over.
    /// </summary>
    /// <param name="field">The member of the request that names the recipient of that number.</param>
    public static async Task<Rejection?> UseClearances(
        this AwardDecision decision,
        IReadOnlyList<Recipient> recipients,
        AwardsDb db,
        AwardLaw law,
        Func<int, string> field,
        CancellationToken ct
    )
    {
        if (law.ClearanceFor(decision) is not { } rule)
            return null;
        var candidates = recipients.Select(Candidate.Of).ToList();
        if (candidates.TrueForAll(candidate => candidate is null))
            return null;
        var used = await db.Clearances.AsNoTracking().Where(x => x.AwardDecisionId == decision.Id).ToListAsync(ct);
        var asked = await db.OpenClearances(decision.UnitId, [.. candidates.OfType<Candidate>().Except(used.Select(x => x.Candidate))], ct);
        for (var i = 0; i < candidates.Count; i++)
            if (candidates[i] is { } candidate && !IsCleared(candidate))
                return RefusedClearance.NotCleared(rule, field(i));
        foreach (var clearance in asked)
            db.Announce(clearance, clearance.DecidedBy(decision));
        return null;

        bool IsCleared(Candidate candidate) =>
            asked.Exists(x => x.Candidate == candidate && x.State == ClearanceState.Clear) || used.Exists(x => x.Candidate == candidate);
    }
}

static class ClearanceServices
{
    public static IServiceCollection AddClearances(this IServiceCollection services)
    {
        services.AddOptions<ClearanceOptions>().BindConfiguration("Clearance").ValidateDataAnnotations().ValidateOnStart();
        services.AddOnlyOne("one_open_clearance", RefusedClearance.AskedMeanwhile);
        return services.AddReaction<WhenClearanceIsAnswered>("clearances");
    }
}
