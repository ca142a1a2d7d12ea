using DanVan.Awards.Decisions;
using DanVan.Awards.Models;
using DanVan.Awards.Movements;

namespace DanVan.Awards;

public sealed class AwardsDb(DbContextOptions<AwardsDb> options) : ServiceDb(options)
{
    public DbSet<Movement> Movements => Set<Movement>();
    public DbSet<Model> Models => Set<Model>();
    public DbSet<AwardDecision> AwardDecisions => Set<AwardDecision>();
    public DbSet<Recipient> Recipients => Set<Recipient>();
    public DbSet<HeldConference> HeldConferences => Set<HeldConference>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var decision = modelBuilder.Entity<AwardDecision>();
        decision.ComplexProperty(x => x.Declared);
        decision.ComplexProperty(x => x.Entered);
        decision.ComplexProperty(x => x.Revoked);
        decision.Ignore(x => x.Rewarded);
        decision.HasMany(x => x.Revocations).WithOne().HasForeignKey(x => x.AwardDecisionId);
        modelBuilder.Entity<Revocation>().ToTable("revocations");
        foreach (var key in modelBuilder.Model.GetEntityTypes().Select(type => type.FindProperty("Id")))
            key?.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }
}
