using DanVan.Chassis;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Probe;

/// <summary>The smallest thing that changes and tells of it.</summary>
public sealed class Note : ISubject
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public Guid? UnitId { get; init; }
    public required string Text { get; set; }
}

public sealed class ProbeDb(DbContextOptions<ProbeDb> options) : ServiceDb(options)
{
    public DbSet<Note> Notes => Set<Note>();
}
