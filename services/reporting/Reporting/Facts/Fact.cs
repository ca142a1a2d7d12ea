namespace DanVan.Reporting.Facts;

/// <summary>An event of another service as it counts in reports; a row of <c>facts_of</c>, never written through this class.</summary>
public sealed class Fact
{
    /// <summary>The event.</summary>
    public Guid EventId { get; init; }

    /// <summary>Whose journal it stands in.</summary>
    public required string Source { get; init; }

    /// <summary>Its number there.</summary>
    public long Sequence { get; init; }

    /// <summary>Its type on the wire.</summary>
    public required string Type { get; init; }

    /// <summary>What it is about: petition/0190….</summary>
    public required string Subject { get; init; }

    /// <summary>The unit that it counts for.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The business day, or the first day it can have been.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>The business day, or the last day it can have been.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>The event's data.</summary>
    public required string Data { get; init; }

    /// <summary>Whether it lies in the window whatever its exact day was.</summary>
    public bool Certain { get; init; }
}
