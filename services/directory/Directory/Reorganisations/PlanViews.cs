using DanVan.Chassis.Http;

namespace DanVan.Directory.Reorganisations;

/// <summary>A reorganisation. What the services answer stands apart, at impact and following: it comes without a change of this.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="UnitId">The lowest unit whose subtree holds all units concerned: who acts for it, or for one above it, sees the reorganisation.</param>
/// <param name="Name">What it is called.</param>
/// <param name="EffectiveOn">The day on which it takes effect.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Items">What happens on that day.</param>
/// <param name="DraftedBy">The account or client that drafted it.</param>
/// <param name="DraftedAt">When.</param>
/// <param name="LegalBasis">The signed document, as cited; the units' changes cite it.</param>
/// <param name="SignedOn">The date of the document.</param>
/// <param name="SignedBy">The account or client that entered that it was signed.</param>
/// <param name="SignedAt">When.</param>
/// <param name="Unanswered">Services whose count was missing when it was signed.</param>
/// <param name="HeldUpBy">What stands in its way since its day came; empty otherwise. It is tried again whenever the registry has changed.</param>
/// <param name="WithdrawnFor">Why it was withdrawn.</param>
/// <param name="CarriedOutAt">When it was carried out.</param>
/// <param name="ClosedAt">When the last service had followed.</param>
public sealed record PlanView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Name,
    DateOnly EffectiveOn,
    PlanState State,
    IReadOnlyList<PlanItem> Items,
    string DraftedBy,
    DateTimeOffset DraftedAt,
    string? LegalBasis,
    DateOnly? SignedOn,
    string? SignedBy,
    DateTimeOffset? SignedAt,
    IReadOnlyList<string> Unanswered,
    IReadOnlyList<RefusedItem> HeldUpBy,
    string? WithdrawnFor,
    DateTimeOffset? CarriedOutAt,
    DateTimeOffset? ClosedAt
) : IVersionedView
{
    internal static PlanView Of(ReorganisationPlan plan) =>
        new(
            plan.Id,
            plan.Version,
            plan.UnitId,
            plan.Name,
            plan.EffectiveOn,
            plan.State,
            plan.Items,
            plan.DraftedBy,
            plan.DraftedAt,
            plan.LegalBasis,
            plan.SignedOn,
            plan.SignedBy,
            plan.SignedAt,
            plan.Unanswered,
            [.. plan.HeldUpBy.Select(obstacle => new RefusedItem(obstacle.Item, obstacle.Rule, Phrases.Of(obstacle.Vi, obstacle.En)))],
            plan.WithdrawnFor,
            plan.CarriedOutAt,
            plan.ClosedAt
        );
}

/// <summary>A reorganisation in a list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version.</param>
/// <param name="UnitId">The lowest unit whose subtree holds all units concerned.</param>
/// <param name="Name">What it is called.</param>
/// <param name="EffectiveOn">The day on which it takes effect.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Items">How many changes it consists of.</param>
/// <param name="HeldUp">Whether its day has come and something stands in its way.</param>
public sealed record PlanLine(Guid Id, int Version, Guid UnitId, string Name, DateOnly EffectiveOn, PlanState State, int Items, bool HeldUp)
{
    internal static PlanLine Of(ReorganisationPlan plan) =>
        new(plan.Id, plan.Version, plan.UnitId, plan.Name, plan.EffectiveOn, plan.State, plan.Items.Count, plan.HeldUpBy.Count > 0);
}
