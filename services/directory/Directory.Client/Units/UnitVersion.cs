namespace DanVan.Directory.Client;

/// <summary>A unit as it stood during a stretch of time.</summary>
/// <param name="UnitId">Identity; the same in all versions.</param>
/// <param name="From">First day of this version.</param>
/// <param name="To">First day on which it no longer holds; null while open.</param>
/// <param name="Name">Name without its kind: "Đồng Tháp".</param>
/// <param name="FullName">Name with its kind: "Tỉnh Đồng Tháp".</param>
/// <param name="Kind">PROVINCE, COMMUNE, PARTY_COMMITTEE …</param>
/// <param name="Level">CENTRAL, PROVINCE, DISTRICT or COMMUNE.</param>
/// <param name="ParentId">The unit it belongs to; null only for the root.</param>
/// <param name="CodeScheme">Scheme of the code by which it is known first: ADMINISTRATIVE, QD20 or QCVN102.</param>
/// <param name="Code">That code within its scheme.</param>
public sealed record UnitVersion(
    Guid UnitId,
    DateOnly From,
    DateOnly? To,
    string Name,
    string FullName,
    string Kind,
    string Level,
    Guid? ParentId,
    string? CodeScheme,
    string? Code
)
{
    /// <summary>The scheme of the codes of provinces, districts and communes.</summary>
    public const string AdministrativeScheme = "ADMINISTRATIVE";

    /// <summary>Its codes of further schemes, written <c>QD20:H20.1</c>.</summary>
    public IReadOnlyList<string> FurtherCodes { get; init; } = [];

    /// <summary>Whether this version holds on <paramref name="date"/>.</summary>
    public bool HoldsOn(DateOnly date) => From <= date && (To is not { } end || date < end);
}

/// <summary>A unit with all that is known of it over time.</summary>
/// <param name="UnitId">Identity.</param>
/// <param name="Version">Version of the unit's record: the number of its events.</param>
/// <param name="Predecessors">Units that this one came out of.</param>
/// <param name="Versions">In order of time; never empty.</param>
public sealed record UnitRecord(Guid UnitId, int Version, IReadOnlyList<Guid> Predecessors, IReadOnlyList<UnitVersion> Versions);
