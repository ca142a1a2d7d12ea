namespace DanVan.Directory.Contracts.V1;

/// <summary>A reorganisation was signed: it will be carried out on its day and can no longer be changed, only followed by another.</summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
/// <param name="EffectiveOn">The day on which it takes effect.</param>
/// <param name="SignedOn">The date of the document.</param>
/// <param name="LegalBasis">The document, as cited.</param>
/// <param name="Unanswered">Services whose count was still missing when it was signed, by name; empty when all had answered.</param>
public sealed record ReorganisationSigned(
    Guid ReorganisationId,
    DateOnly EffectiveOn,
    DateOnly SignedOn,
    string LegalBasis,
    IReadOnlyList<string> Unanswered
);

/// <summary>
/// The day of a signed reorganisation came, and the registry no longer allows it: units were changed otherwise since it was signed. Nothing of it was
/// carried out. It is tried again whenever the registry has changed.
/// </summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
/// <param name="EffectiveOn">The day on which it should have taken effect.</param>
/// <param name="Rules">Codes of the rules that stand in its way, such as units.later-change.</param>
public sealed record ReorganisationHeldUp(Guid ReorganisationId, DateOnly EffectiveOn, IReadOnlyList<string> Rules);
