using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Identities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DanVan.Petitions;

public sealed class PetitionsDb(DbContextOptions<PetitionsDb> options) : ServiceDb(options)
{
    public DbSet<Petition> Petitions => Set<Petition>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<PetitionerKey> PetitionerKeys => Set<PetitionerKey>();
    public DbSet<SealedIdentity> SealedIdentities => Set<SealedIdentity>();

    /// <summary>The petition with its deadlines, when the caller may know of it.</summary>
    public Task<Petition?> Find(Guid id, Caller caller, CancellationToken ct) =>
        Petitions.Visible(caller, this, p => p.ReceivedOn).Include(p => p.Deadlines).SingleOrDefaultAsync(p => p.Id == id, ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var petition = modelBuilder.Entity<Petition>();
        petition.Ignore(p => p.Current).Ignore(p => p.SuspendedOn);
        petition.Property(p => p.Id).ValueGeneratedNever();
        modelBuilder.Entity<PetitionerKey>().HasKey(k => new { k.PetitionId, k.Same });
        modelBuilder.Entity<Case>().Property(c => c.Id).ValueGeneratedNever();
        petition.HasMany(p => p.Deadlines).WithOne().HasForeignKey(d => d.PetitionId);
        petition.Navigation(p => p.Deadlines).UsePropertyAccessMode(PropertyAccessMode.Field);
        petition
            .Property(p => p.Complexity)
            .HasColumnType("text[]")
            .HasConversion(
                codes => codes.Select(EnumNames.Of).ToArray(),
                texts => texts.Select(EnumNames.Parse<Complexity>).ToArray(),
                new ValueComparer<IReadOnlyList<Complexity>>((a, b) => a!.SequenceEqual(b!), codes => codes.Count)
            );

        var deadline = modelBuilder.Entity<Deadline>();
        deadline.ToTable("deadlines");
        deadline.Property(d => d.Id).ValueGeneratedNever();
        deadline.Ignore(d => d.IsOpen).Ignore(d => d.IsRunning).Ignore(d => d.InTime);
        AsJson(deadline.Property(d => d.Skipped));
        AsJson(deadline.Property(d => d.Pauses));

        modelBuilder.Entity<SealedIdentity>().Property(s => s.Id).ValueGeneratedNever();
    }

    /// <summary>A list that is written once, as one JSON document.</summary>
    static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                items => JsonSerializer.Serialize(items, JsonSerializerOptions.Web),
                text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Web)!,
                new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), items => items.Count)
            );
}
