using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Conferences.Ceremonies;
using DanVan.Conferences.Convening;
using DanVan.Conferences.Documents;
using DanVan.Conferences.Oversight;
using DanVan.Conferences.People;
using DanVan.Conferences.Tasks;
using DanVan.Conferences.Themes;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DanVan.Conferences;

public sealed class ConferencesDb(DbContextOptions<ConferencesDb> options) : ServiceDb(options)
{
    public DbSet<Conference> Conferences => Set<Conference>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<KnownPerson> People => Set<KnownPerson>();
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<CitedDocument> Documents => Set<CitedDocument>();
    public DbSet<ConclusionTask> Tasks => Set<ConclusionTask>();
    public DbSet<OversightPlan> OversightPlans => Set<OversightPlan>();
    public DbSet<CeremonyAward> CeremonyAwards => Set<CeremonyAward>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        var conference = modelBuilder.Entity<Conference>();
        conference.Property(x => x.PurposeCodes).HasColumnName("purposes");
        conference.Ignore(x => x.Purposes);
        AsJson(conference.Property(x => x.Record));
        conference.Ignore(x => x.EventDate);
        conference.Ignore(x => x.ListStatus);
        conference.HasMany(x => x.Participants).WithOne().HasForeignKey(x => x.ConferenceId);

        var participation = modelBuilder.Entity<Participation>();
        participation.HasKey(x => new { x.ConferenceId, x.Ordinal });
        participation.Property(x => x.RoleCodes).HasColumnName("roles");
        participation.Ignore(x => x.Roles);
        modelBuilder.MapKnownPeople();
        participation.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);

        AsJson(modelBuilder.Entity<ConclusionTask>().Property(x => x.Reports));
        AsJson(modelBuilder.Entity<OversightPlan>().Property(x => x.Targets));

        foreach (var key in modelBuilder.Model.GetEntityTypes().Select(type => type.FindProperty("Id")))
            key?.ValueGenerated = ValueGenerated.Never;
    }

    /// <summary>An immutable value kept as one JSON document: changed only by another in its place.</summary>
    static void AsJson<T>(PropertyBuilder<T> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                value => JsonSerializer.Serialize(value, EventJson.Options),
                json => JsonSerializer.Deserialize<T>(json, EventJson.Options)!
            );
}
