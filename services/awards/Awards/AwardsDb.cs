using DanVan.Awards.Clearances;
using DanVan.Awards.Decisions;
using DanVan.Awards.Models;
using DanVan.Awards.Movements;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DanVan.Awards;

public sealed class AwardsDb(DbContextOptions<AwardsDb> options) : ServiceDb(options)
{
    public DbSet<Movement> Movements => Set<Movement>();
    public DbSet<Model> Models => Set<Model>();
    public DbSet<AwardDecision> AwardDecisions => Set<AwardDecision>();
    public DbSet<Recipient> Recipients => Set<Recipient>();
    public DbSet<HeldConference> HeldConferences => Set<HeldConference>();
    public DbSet<Clearance> Clearances => Set<Clearance>();
    public DbSet<KnownPerson> People => Set<KnownPerson>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapKnownPeople();
        modelBuilder.Entity<Clearance>().Ignore(x => x.Candidate);
        var decision = modelBuilder.Entity<AwardDecision>();
        decision.ComplexProperty(x => x.Declared, counts => Columns(counts, "declared"));
        decision.ComplexProperty(x => x.Entered, counts => Columns(counts, "entered"));
        decision.ComplexProperty(x => x.Revoked, counts => Columns(counts, "revoked"));
        decision.Ignore(x => x.Rewarded);
        decision.HasMany(x => x.Revocations).WithOne().HasForeignKey(x => x.AwardDecisionId);
        modelBuilder.Entity<Revocation>().ToTable("revocations");
        var recipient = modelBuilder.Entity<Recipient>();
        recipient.HasOne<AwardDecision>().WithMany().HasForeignKey(x => x.AwardDecisionId);
        recipient.HasOne<Revocation>().WithMany().HasForeignKey(x => x.RevocationId);
        foreach (var key in modelBuilder.Model.GetEntityTypes().Select(type => type.FindProperty("Id")))
            key?.ValueGenerated = ValueGenerated.Never;
    }

    static void Columns<T>(ComplexPropertyBuilder<T> counts, string prefix)
        where T : notnull
    {
        counts.Property(nameof(RecipientCounts.Collectives)).HasColumnName($"{prefix}_collectives");
        counts.Property(nameof(RecipientCounts.Individuals)).HasColumnName($"{prefix}_individuals");
        counts.Property(nameof(RecipientCounts.Households)).HasColumnName($"{prefix}_households");
    }
}
