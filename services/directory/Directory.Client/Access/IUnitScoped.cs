namespace DanVan.Directory.Client;

/// <summary>A row that belongs to a unit: whoever's subtree holds the unit may see it.</summary>
public interface IUnitScoped
{
    /// <summary>The unit that owns the row.</summary>
    Guid UnitId { get; }
}
