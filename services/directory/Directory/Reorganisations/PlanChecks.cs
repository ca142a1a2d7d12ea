using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>What a draft comes to, seen with those that are signed already and have not had their day.</summary>
/// <param name="UnitId">The lowest unit whose subtree holds all units concerned.</param>
/// <param name="Problems">Items that cannot be carried out.</param>
/// <param name="Refused">Why the whole cannot, although each item could.</param>
internal sealed record PlanVerdict(Guid UnitId, IReadOnlyList<ItemProblem> Problems, Rejection? Refused)
{
    /// <summary>The problem that the caller is answered; null when the draft holds.</summary>
    public Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult? ToProblem() =>
        Problems.Count > 0 ? Problems.ToProblem() : Refused?.ToProblem();
}

/// <summary>Checks a draft as of the day on which it would take effect. Pure.</summary>
internal static class PlanChecks
{
    /// <param name="register">The units as they are recorded.</param>
    /// <param name="signed">Signed reorganisations that were not carried out yet.</param>
    /// <param name="draft">What is to be checked.</param>
    /// <param name="caller">Who wants it: it may concern nothing outside of the caller's subtree.</param>
    public static PlanVerdict Check(UnitRegistry register, IEnumerable<ReorganisationPlan> signed, DraftTerms draft, Caller caller)
    {
        var inOrder = signed.InOrder().ToLookup(plan => plan.EffectiveOn <= draft.EffectiveOn);
        var then = inOrder[true].Aggregate(register, (before, plan) => Try(before, plan).After);
        var lines = draft.Items.Select((item, index) => (index, Lines: LinesOf(item, draft, then))).ToList();
        var unknown = lines.Where(item => item.Lines.Any(line => !Reaches(caller, line))).ToList();
        if (unknown.Count > 0)
            return new(default, [.. unknown.Select(item => new ItemProblem(item.index, ReorganisationRejections.NoSuchUnit))], null);

        var own = Rehearsal.Of(then, draft.Items, draft.EffectiveOn, draft.Name);
        if (own.Problems.Count > 0)
            return new(default, own.Problems, null);
        var lowest = Lowest([.. lines.SelectMany(item => item.Lines)], register);
        return new(lowest, [], Breaks(inOrder[false], then, own.After) ? ReorganisationRejections.BreaksASignedOne : null);
    }

    /// <summary>The order in which they are carried out.</summary>
    public static IOrderedEnumerable<ReorganisationPlan> InOrder(this IEnumerable<ReorganisationPlan> plans) =>
        plans.OrderBy(plan => plan.EffectiveOn).ThenBy(plan => plan.SignedAt);

    public static Rehearsal Try(UnitRegistry register, ReorganisationPlan plan) =>
        Rehearsal.Of(register, plan.Items, plan.EffectiveOn, plan.LegalBasis!);

    // Whether one that could be carried out before cannot be any more.
    private static bool Breaks(IEnumerable<ReorganisationPlan> later, UnitRegistry without, UnitRegistry with)
    {
        foreach (var plan in later)
        {
            var (before, after) = (Try(without, plan), Try(with, plan));
            if (before.Problems.Count == 0 && after.Problems.Count > 0)
                return true;
            (without, with) = (before.After, after.After);
        }
        return false;
    }

    // The day before counts: on the day itself some of them are no more.
    private static List<IReadOnlyList<Guid>> LinesOf(PlanItem item, DraftTerms draft, UnitRegistry register)
    {
        var parents = item.Parents(register).OfType<Guid>().Except(draft.Items.SelectMany(other => other.Begins));
        return [.. item.Units.Concat(parents).Select(unit => register.LineOn(unit, draft.EffectiveOn.AddDays(-1)))];
    }

    private static bool Reaches(Caller caller, IReadOnlyList<Guid> line) =>
        line.Count > 0 && (caller.IsRoot() || (caller.UnitId is { } own && line.Contains(own)));

    // A unit that a signed reorganisation will make is not there yet: then the one above it.
    private static Guid Lowest(IReadOnlyList<IReadOnlyList<Guid>> lines, UnitRegistry recorded) =>
        lines[0].First(unit => recorded.Find(unit) is not null && lines.All(line => line.Contains(unit)));
}
