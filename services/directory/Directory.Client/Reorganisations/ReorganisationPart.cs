using DanVan.Chassis;

namespace DanVan.Directory.Client;

/// <summary>A service's own part in a reorganisation: what its answers are announced of.</summary>
internal sealed class ReorganisationPart(Guid id, int version, Guid? unit) : ISubject
{
    public Guid Id => id;
    public int Version { get; set; } = version;
    public Guid? UnitId => unit;
}
