using DanVan.Awards.Law;

namespace DanVan.Awards.Decisions;

/// <param name="NotStated">What the source does not state: a missing number is no number known, not "no number".</param>
/// <param name="Reconciliation">The names beside the declared numbers; UNNAMED never means that nobody was rewarded.</param>
/// <param name="Historical">Entered as what was decided long before: nobody was asked whether something stood against it.</param>
/// <param name="Law">The law and decree of the day; null for awards of the party's own regime and where none is on file.</param>
public sealed record DecisionView(
    Guid Id,
    int Version,
    DecisionState State,
    string Form,
    string FormName,
    string Level,
    string Type,
    string? Number,
    DateOnly? DecidedOn,
    Guid ProposerUnitId,
    Guid? IssuerUnitId,
    string? IssuerAsPrinted,
    string Reason,
    Guid? MovementId,
    string? Source,
    HandingOver HandedOver,
    IReadOnlyList<string> NotStated,
    DeclaredCounts Declared,
    RecipientCounts Entered,
    RecipientCounts Revoked,
    Reconciliation Reconciliation,
    LawRow? Law,
    MoneyView Money,
    IReadOnlyList<RevocationView> Revocations,
    bool Historical
) : IVersionedView;

/// <param name="On">The day; null until the source states it or the conference has been held.</param>
/// <param name="From">STATED by the source, or CONFERENCE: the conference told of itself.</param>
public sealed record HandingOver(Guid? ConferenceId, DateOnly? On, HandingOverSource? From);

public enum HandingOverSource
{
    Stated,
    Conference,
}

public sealed record RevocationView(string? Number, DateOnly DecidedOn, RevocationGround Ground, string? Note, bool Whole);

static class DecisionViews
{
    public static DecisionView ToView(this AwardDecision decision, AwardLaw law, DateOnly? heldOn)
    {
        var form = law.Form(decision.Form)!;
        return new(
            decision.Id,
            decision.Version,
            decision.State,
            decision.Form,
            Phrases.Of(form.Vi, form.En),
            form.Level,
            decision.Type,
            decision.Number,
            decision.DecidedOn,
            decision.UnitId,
            decision.IssuerUnitId,
            decision.IssuerAsPrinted,
            decision.Reason,
            decision.MovementId,
            decision.Source,
            HandingOverOf(decision, heldOn),
            [.. NotStatedIn(decision)],
            decision.Declared,
            decision.Entered,
            decision.Revoked,
            decision.Reconciliation,
            form.Regime == AwardForm.StateRegime ? law.On(decision.CountsOn) : null,
            MoneyView.Of(decision, form, law),
            [
                .. decision
                    .Revocations.OrderBy(revocation => revocation.Id)
                    .Select(x => new RevocationView(x.Number, x.DecidedOn, x.Ground, x.Note, x.Whole)),
            ],
            decision.Historical
        );
    }

    static HandingOver HandingOverOf(AwardDecision decision, DateOnly? heldOn) =>
        decision.PresentedOn is { } stated
            ? new(decision.ConferenceId, stated, HandingOverSource.Stated)
            : new(decision.ConferenceId, heldOn, heldOn is null ? null : HandingOverSource.Conference);

    static IEnumerable<string> NotStatedIn(AwardDecision decision)
    {
        if (decision.Number is null)
            yield return "number";
        if (decision.DecidedOn is null)
            yield return "decidedOn";
        if (decision.IssuerUnitId is null && decision.IssuerAsPrinted is null)
            yield return "issuer";
        if (decision.Declared.Collectives is null)
            yield return "declared.collectives";
        if (decision.Declared.Individuals is null)
            yield return "declared.individuals";
        if (decision.Declared.Households is null)
            yield return "declared.households";
    }
}
