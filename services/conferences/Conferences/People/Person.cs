namespace DanVan.Conferences.People;

/// <summary>
/// A person who took part in conferences. A title is no identity: the same title passes from one person to another, one person holds several.
/// The register is never announced: events carry no people.
/// </summary>
public sealed class Person : IUnitScoped
{
    public required Guid Id { get; init; }

    /// <summary>The unit that registered the person.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The full name, in standard spelling and case.</summary>
    public required string FullName { get; init; }

    /// <summary>Tells two people of one name apart; null when there is nothing to tell.</summary>
    public required string? Note { get; init; }

    /// <summary>Digest of the request that made it.</summary>
    public required byte[] EntryDigest { get; init; }
}
