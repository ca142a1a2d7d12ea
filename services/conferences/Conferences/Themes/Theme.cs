using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Themes;

/// <summary>The theme (chủ đề) of a year, for a scope: "Năm dân vận khéo", 2020, the whole country.</summary>
public sealed class Theme : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit whose theme it is.</summary>
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    public required int Year { get; init; }
    public required Reach Scope { get; init; }
    public required string Name { get; init; }

    /// <summary>Where it was found.</summary>
    public required string? Source { get; init; }
    public required byte[] EntryDigest { get; init; }
}

/// <summary>A theme.</summary>
public sealed record ThemeView(Guid Id, int Version, Guid UnitId, int Year, Reach Scope, string Name, string? Source) : IVersionedView
{
    public static ThemeView Of(Theme x) => new(x.Id, x.Version, x.UnitId, x.Year, x.Scope, x.Name, x.Source);
}
