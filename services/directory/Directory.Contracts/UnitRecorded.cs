using System.Text.Json.Serialization;

namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// A unit (đơn vị: administrative unit, party body, department …) was created or changed. The event carries every version of the unit after the change,
/// so the latest event of a unit is its whole state: a replica keeps it with one statement guarded by the subject's version.
/// </summary>
/// <param name="UnitId">Identity of the unit; never changes, whatever happens to its name, code or parent.</param>
/// <param name="Change">CREATE, RENAME, RECODE, STATUS_CHANGE, MOVE_PARENT, MERGE, SPLIT, ABOLISH or SUCCESSION (only a predecessor was recorded).</param>
/// <param name="EffectiveOn">First day on which the change holds (Asia/Ho_Chi_Minh).</param>
/// <param name="LegalBasis">The document that decided the change, as cited.</param>
/// <param name="Predecessors">Units that this one came out of; empty when it came out of none.</param>
/// <param name="Versions">All versions in order of time, without gaps or overlaps.</param>
/// <param name="CameOutOf">The predecessors with day, document and part of each; absent when there are none.</param>
public sealed record UnitRecorded(
    Guid UnitId,
    string Change,
    DateOnly EffectiveOn,
    string LegalBasis,
    IReadOnlyList<Guid> Predecessors,
    IReadOnlyList<RecordedVersion> Versions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RecordedPredecessor>? CameOutOf = null
);

/// <summary>What a unit was called and where it stood during a stretch of time.</summary>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it no longer holds; null while open.</param>
/// <param name="Name">Name without its kind: "Đồng Tháp".</param>
/// <param name="FullName">Name with its kind: "Tỉnh Đồng Tháp".</param>
/// <param name="Kind">PROVINCE, MUNICIPALITY, COMMUNE, WARD, PARTY_COMMITTEE, MASS_MOBILIZATION_BOARD …; new kinds may come.</param>
/// <param name="Level">CENTRAL, PROVINCE, DISTRICT or COMMUNE.</param>
/// <param name="ParentId">The unit it belongs to; null only for the root.</param>
/// <param name="CodeScheme">ADMINISTRATIVE, QD20 or QCVN102, the first of these that the unit has a code of; null without a code.</param>
/// <param name="Code">The code within the scheme; codes pass from unit to unit in time, so never take one for an identity.</param>
/// <param name="Codes">Every code, the one above first; absent when there is no other.</param>
public sealed record RecordedVersion(
    DateOnly From,
    DateOnly? To,
    string Name,
    string FullName,
    string Kind,
    string Level,
    Guid? ParentId,
    string? CodeScheme,
    string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RecordedCode>? Codes = null
);

/// <summary>A code of a unit.</summary>
/// <param name="Scheme">ADMINISTRATIVE, QD20 or QCVN102; new schemes may come.</param>
/// <param name="Value">The code within the scheme.</param>
public sealed record RecordedCode(string Scheme, string Value);

/// <summary>A unit that another came out of.</summary>
/// <param name="UnitId">The predecessor.</param>
/// <param name="EffectiveOn">First day on which what came over stands under the successor.</param>
/// <param name="LegalBasis">The document, as cited.</param>
/// <param name="Share">The part that came over, of 1, after a split; null when it came over whole, or when nothing tells the part.</param>
public sealed record RecordedPredecessor(Guid UnitId, DateOnly EffectiveOn, string LegalBasis, decimal? Share);
