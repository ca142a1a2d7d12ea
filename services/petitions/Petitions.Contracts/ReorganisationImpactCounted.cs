namespace DanVan.Petitions.Contracts.V1;

/// <summary>
/// How much open work of this service a drafted reorganisation would move: the answer to the directory's <c>ReorganisationImpactAsked</c>.
/// Subject: <c>reorganisation-part/{ReorganisationId}</c>.
/// </summary>
/// <param name="ReorganisationId">The reorganisation.</param>
/// <param name="Round">The question that this answers.</param>
/// <param name="Counts">Petitions and requests for help with them, 0 where there is none; more may come.</param>
public sealed record ReorganisationImpactCounted(Guid ReorganisationId, int Round, IReadOnlyList<AffectedWork> Counts);

/// <summary>A kind of work, and how much of it is open in the units that would end.</summary>
/// <param name="Work">PETITIONS, or CO_HANDLINGS: what the units were asked to help with.</param>
/// <param name="Count">How many.</param>
/// <param name="Undecided">How many of these would wait for a person to decide who goes on with them: their unit would have several successors and no heir, or none.</param>
public sealed record AffectedWork(string Work, int Count, int Undecided = 0);
