using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Accounts;
using DanVan.Directory.Calendar;
using DanVan.Directory.Clients;
using DanVan.Directory.Import;
using DanVan.Directory.Keys;
using DanVan.Directory.People;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.SignIn;
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
    public DbSet<KeyRing> KeyRings => Set<KeyRing>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Position> Positions => Set<Position>();
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<SignInGuard> SignInGuards => Set<SignInGuard>();
    public DbSet<PendingSignIn> SignIns => Set<PendingSignIn>();
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

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
                    period.Ignore(p => p.UnitCode).Ignore(p => p.Codes);
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
            client.OwnsMany(
                c => c.Keys,
                key =>
                {
                    key.ToTable("api_client_keys").WithOwner().HasForeignKey("ClientId");
                    key.HasKey(k => k.Id);
                    key.Property(k => k.Id).ValueGeneratedNever();
                    key.Property(k => k.Jwk).HasColumnType("jsonb");
                    key.Ignore(k => k.Key);
                }
            );
        });
        modelBuilder.Entity<KeyRing>(ring =>
        {
            ring.ToTable("signing_key_ring").Property(r => r.Id).ValueGeneratedNever();
            ring.OwnsMany(
                r => r.Keys,
                key =>
                {
                    key.ToTable("signing_keys").WithOwner().HasForeignKey("RingId");
                    key.HasKey(k => k.Id);
                    key.Property(k => k.Id).ValueGeneratedNever();
                    key.Property(k => k.Public).HasColumnType("jsonb");
                }
            );
        });
        modelBuilder.Entity<Person>().ToTable("people").Ignore(p => p.PublicName).Property(p => p.Id).ValueGeneratedNever();
        modelBuilder.Entity<Position>().ToTable("positions").Property(p => p.Id).ValueGeneratedNever();
        modelBuilder.Entity<Role>().ToTable("roles").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("accounts").Property(a => a.Id).ValueGeneratedNever();
            account.OwnsMany(
                a => a.Roles,
                role =>
                {
                    role.ToTable("account_roles").WithOwner().HasForeignKey("AccountId");
                    role.HasKey(r => r.Id);
                    role.Property(r => r.Id).ValueGeneratedNever();
                }
            );
            account.OwnsMany(
                a => a.RecoveryCodes,
                code =>
                {
                    code.ToTable("account_recovery_codes").WithOwner().HasForeignKey("AccountId");
                    code.HasKey("AccountId", nameof(RecoveryCode.Hash));
                    code.Property(c => c.Hash).ValueGeneratedNever();
                }
            );
        });
        modelBuilder.Entity<SignInGuard>().ToTable("sign_in_guards").Property(g => g.Id).ValueGeneratedNever();
        modelBuilder.Entity<PendingSignIn>().ToTable("sign_ins").Ignore(s => s.Request).Property(s => s.Id).ValueGeneratedNever();
        modelBuilder.Entity<StaffSession>().ToTable("staff_sessions").Property(s => s.Id).ValueGeneratedNever();
        modelBuilder.Entity<RefreshToken>().ToTable("refresh_tokens").HasKey(t => t.Hash);
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
