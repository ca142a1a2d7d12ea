using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Calendar;
using DanVan.Directory.Clients;
using DanVan.Directory.Import;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Tokens;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DanVan.Directory;

public sealed class DirectoryDb(DbContextOptions<DirectoryDb> options) : ServiceDb(options)
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Reorganisation> Reorganisations => Set<Reorganisation>();
    public DbSet<ReorganisationPlan> ReorganisationPlans => Set<ReorganisationPlan>();
    public DbSet<ImpactAnswer> ImpactAnswers => Set<ImpactAnswer>();
    public DbSet<Following> Followings => Set<Following>();
    public DbSet<NationalCalendar> Calendars => Set<NationalCalendar>();
    public DbSet<ApiClient> Clients => Set<ApiClient>();
    public DbSet<StoredKey> SigningKeys => Set<StoredKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Unit>(unit =>
        {
            unit.ToTable("units").Ignore(u => u.Last);
            unit.Property(u => u.Id).ValueGeneratedNever();
            unit.OwnsOne(
                u => u.Ending,
                ending =>
                {
                    ending.WithOwner().HasForeignKey("UnitId");
                    ending.Property<Guid>("UnitId").HasColumnName("id");
                    ending.Property(e => e.Change).HasColumnName("ending_change");
                    ending.Property(e => e.On).HasColumnName("ending_on");
                    ending.Property(e => e.LegalBasis).HasColumnName("ending_legal_basis");
                }
            );
            unit.OwnsMany(
                u => u.Periods,
                period =>
                {
                    period.ToTable("unit_periods").WithOwner().HasForeignKey("UnitId");
                    period.HasKey("UnitId", nameof(UnitPeriod.ValidFrom));
                    period.Property(p => p.ValidFrom).ValueGeneratedNever();
                    period.Ignore(p => p.UnitCode);
                }
            );
            unit.OwnsMany(
                u => u.Predecessors,
                predecessor =>
                {
                    predecessor.ToTable("unit_predecessors").WithOwner().HasForeignKey("SuccessorId");
                    predecessor.HasKey("SuccessorId", nameof(Predecessor.UnitId));
                    predecessor.Property(p => p.UnitId).HasColumnName("predecessor_id").ValueGeneratedNever();
                }
            );
        });
        modelBuilder.Entity<Reorganisation>().ToTable("reorganisations").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<ReorganisationPlan>(plan =>
        {
            plan.ToTable("reorganisation_plans").Property(p => p.Id).ValueGeneratedNever();
            plan.Ignore(p => p.Ending).Ignore(p => p.Changing).Ignore(p => p.Beginning);
            AsJson(plan.Property(p => p.Items));
            AsJson(plan.Property(p => p.HeldUpBy));
        });
        modelBuilder.Entity<ImpactAnswer>(answer =>
        {
            answer
                .ToTable("impact_answers")
                .HasKey(a => new
                {
                    a.PlanId,
                    a.Round,
                    a.Service,
                });
            AsJson(answer.Property(a => a.Counts));
        });
        modelBuilder.Entity<Following>(following =>
        {
            following.ToTable("followings").HasKey(f => new { f.PlanId, f.Service });
            AsJson(following.Property(f => f.Moves));
        });
        modelBuilder.Entity<NationalCalendar>(calendar =>
        {
            calendar.ToTable("calendars").Property(c => c.Id).ValueGeneratedNever();
            calendar.OwnsMany(
                c => c.Days,
                day =>
                {
                    day.ToTable("calendar_days").WithOwner().HasForeignKey("CalendarId");
                    day.HasKey("CalendarId", nameof(NationalDay.Date));
                    day.Property(d => d.Date).ValueGeneratedNever();
                }
            );
        });
        modelBuilder.Entity<ApiClient>(client =>
        {
            client.ToTable("api_clients").Property(c => c.Id).ValueGeneratedNever();
            client.OwnsMany(
                c => c.Secrets,
                secret =>
                {
                    secret.ToTable("api_client_secrets").WithOwner().HasForeignKey("ClientId");
                    secret.HasKey(s => s.Id);
                    secret.Property(s => s.Id).ValueGeneratedNever();
                }
            );
        });
        modelBuilder.Entity<StoredKey>(key =>
        {
            key.ToTable("signing_keys").Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Public).HasColumnType("jsonb");
        });
    }

    /// <summary>An immutable value kept as one JSON document: changed only by another in its place.</summary>
    private static void AsJson<T>(PropertyBuilder<T> property)
        where T : class =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                value => JsonSerializer.Serialize(value, EventJson.Options),
                json => JsonSerializer.Deserialize<T>(json, EventJson.Options)!,
                new ValueComparer<T>((one, other) => ReferenceEquals(one, other), value => value.GetHashCode())
            );
}
