using DanVan.Chassis;
using DanVan.Directory.Client;

namespace DanVan.Reporting.Scoring.Rankings;

/// <summary>The order that the authority gave to units with the same points. It is never changed: a later one for the same units takes its place.</summary>
public sealed class ScoreTie : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The authority, whose units they are.</summary>
    public required Guid UnitId { get; init; }
    public required string Scheme { get; init; }
    public required int Year { get; init; }
    public required string Level { get; init; }

    /// <summary>The points that they share.</summary>
    public required decimal Total { get; init; }

    /// <summary>The units in their order.</summary>
    public required Guid[] Units { get; init; }
    public required string Reason { get; init; }
    public required string DecidedBy { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    Guid? ISubject.UnitId => UnitId;
}
