using DanVan.Chassis;

namespace DanVan.Directory.Import;

/// <summary>A rearrangement of administrative units on a date (sắp xếp đơn vị hành chính): who goes up in whom, declared before it is carried out.</summary>
public sealed class Reorganisation : ISubject
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required DateOnly EffectiveOn { get; init; }
    public required string LegalBasis { get; set; }

    /// <summary>How many units are declared to go up in another.</summary>
    public int Mergers { get; set; }

    Guid? ISubject.UnitId => null;
}

/// <summary>A unit of the old order goes up, whole, in a unit of the new one.</summary>
public sealed record DeclaredMerger(string OldCode, string OldFullName, string NewCode, string NewFullName);
