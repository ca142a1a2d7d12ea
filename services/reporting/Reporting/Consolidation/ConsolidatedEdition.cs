using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Consolidation;

/// <summary>What a unit made of its figures at a time, for good: consolidated figures with whose reports they stand on. A later edition says why it differs.</summary>
public sealed class ConsolidatedEdition : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid UnitId { get; init; }
    public required string Form { get; init; }
    public required int FormVersion { get; init; }
    public required string Regime { get; init; }
    public required PeriodKind PeriodKind { get; init; }
    public required int PeriodYear { get; init; }
    public required int PeriodIndex { get; init; }
    public required DateOnly PeriodTo { get; init; }

    /// <summary>From 1; each of a unit for a form and a period counts on.</summary>
    public required int Edition { get; init; }

    /// <summary>Why it differs from the edition before; null in the first.</summary>
    public string? Reason { get; init; }

    /// <summary>What was consolidated, to the byte.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string ContentHash { get; init; }
    public required string ConsolidatedBy { get; init; }
    public required DateTimeOffset ConsolidatedAt { get; init; }

    Guid? ISubject.UnitId => UnitId;
}
