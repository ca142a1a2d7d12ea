using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Client;

/// <summary>A person of the directory's register, as the replica knows it. Read only: people are entered and corrected in the directory.</summary>
public sealed class KnownPerson : IUnitScoped
{
    public Guid Id { get; private init; }

    /// <summary>The unit that keeps the record.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The name, where the register marks it as public; null otherwise.</summary>
    public string? Name { get; private init; }
}

/// <summary>What a service's database takes to ask for people.</summary>
public static class KnownPeople
{
    /// <summary>Maps <see cref="KnownPerson"/> to the replica's table <c>directory.people</c>.</summary>
    public static void MapKnownPeople(this ModelBuilder model) => model.Entity<KnownPerson>().ToTable("people", "directory");
}
