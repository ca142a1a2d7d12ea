namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// A reorganisation of units (phương án sắp xếp) was drafted, or a draft was changed: announced again, with the whole draft, after each change. Nothing of it
/// holds before it is signed and its day has come. Apart from it, <see cref="ReorganisationDeclared"/> tells of a file of mergers that a list of units
/// carries out. Subject: <c>reorganisation-plan/{ReorganisationId}</c>, like all events of a drafted reorganisation.
/// </summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
/// <param name="EffectiveOn">The day on which it is to take effect (Asia/Ho_Chi_Minh).</param>
/// <param name="Items">How many changes it consists of.</param>
/// <param name="EndingUnitIds">Units that end: their open work goes to others.</param>
/// <param name="ChangingUnitIds">Units that go on under another name, code, kind or parent, or smaller than before.</param>
/// <param name="NewUnitIds">Identities of the units that begin.</param>
public sealed record ReorganisationDrafted(
    Guid ReorganisationId,
    DateOnly EffectiveOn,
    int Items,
    IReadOnlyList<Guid> EndingUnitIds,
    IReadOnlyList<Guid> ChangingUnitIds,
    IReadOnlyList<Guid> NewUnitIds
);

/// <summary>
/// Every service that follows reorganisations is asked how much of its open work this draft would move. It answers by its own
/// <c>ReorganisationImpactCounted</c>, as its work stands then; it answers the latest question and may leave out older ones.
/// </summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
/// <param name="Round">Number of the question, 1, 2, 3 …; an answer names it.</param>
/// <param name="EffectiveOn">The day on which it is to take effect.</param>
/// <param name="EndingUnitIds">Units that would end; empty when none would, and then nothing moves.</param>
/// <param name="HeirlessUnitIds">Those of them whose open work would wait for a person: abolished, or split and no heir is named. Left out when there is none.</param>
public sealed record ReorganisationImpactAsked(
    Guid ReorganisationId,
    int Round,
    DateOnly EffectiveOn,
    IReadOnlyList<Guid> EndingUnitIds,
    IReadOnlyList<Guid>? HeirlessUnitIds = null
);

/// <summary>A draft was given up; it never held.</summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
public sealed record ReorganisationWithdrawn(Guid ReorganisationId);
