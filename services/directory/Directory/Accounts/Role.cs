using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Accounts;

/// <summary>A set of scopes under a name. The root unit defines them for all; a unit's administrator gives them to the unit's accounts.</summary>
public sealed class Role : ISubject
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>For programs and documents; never changes.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string[] Scopes { get; set; }

    Guid? ISubject.UnitId => null;

    public RoleDefined Defined() => new(Id, Code, Scopes);
}
