using System.Text.Json.Serialization;

namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// A signed reorganisation was carried out in the registry; every unit that changed has its own <see cref="UnitRecorded"/>. A service with open work in
/// the units that ended takes it to their successors, time limits untouched, and tells by its own <c>ReorganisationFollowed</c> when it has. The successors
/// are told here, so that nobody has to wait for the units themselves to arrive.
/// </summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
/// <param name="EffectiveOn">First day on which it holds (Asia/Ho_Chi_Minh); in the past when it was carried out late.</param>
/// <param name="LegalBasis">The document, as cited.</param>
/// <param name="Endings">Each unit that ended, and what came out of it.</param>
public sealed record ReorganisationCarriedOut(
    Guid ReorganisationId,
    DateOnly EffectiveOn,
    string LegalBasis,
    IReadOnlyList<UnitEnding> Endings
);

/// <summary>A unit that ended.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="SuccessorIds">What came out of it: one unit after a merger; none after an abolition, several after a split, and then a person decides.</param>
/// <param name="HeirId">The one of several successors that goes on with the open work, where the split names it: then no person has to decide. Left out otherwise.</param>
public sealed record UnitEnding(
    Guid UnitId,
    IReadOnlyList<Guid> SuccessorIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? HeirId = null
);

/// <summary>Every service that follows reorganisations has told that it has followed this one.</summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
/// <param name="EffectiveOn">First day on which it holds.</param>
public sealed record ReorganisationClosed(Guid ReorganisationId, DateOnly EffectiveOn);
