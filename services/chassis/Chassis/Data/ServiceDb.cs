using System.Diagnostics;
using System.Text.Json;
using DanVan.Chassis.Journal;
using DanVan.Chassis.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace DanVan.Chassis;

/// <summary>
/// The one database of a service. A change and the event that tells of it are saved by the same <c>SaveChanges</c>: both are there after a crash, or neither.
/// </summary>
/// <remarks>
/// Names map to snake_case, enums to UPPER_SNAKE text, <see cref="ISubject.Version"/> to the concurrency token. The schema itself stands in the
/// service's SQL scripts.
/// </remarks>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>
    /// Announces a change of <paramref name="subject"/>: counts its version up and adds the event to the outbox. The only way to publish.
    /// Nothing leaves before the transaction has committed. Announce each subject once per save.
    /// </summary>
    /// <typeparam name="TEvent">A record of a contracts assembly; its namespace and name give the type on the wire.</typeparam>
    /// <exception cref="ArgumentException">The type of the event stands in no contracts namespace.</exception>
    public void Announce<TEvent>(ISubject subject, TEvent @event)
        where TEvent : class
    {
        var services = this.GetService<AnnouncementServices>();
        Set<OutboxRow>().Add(RowOf(subject, @event, services.Clock.GetUtcNow()));
    }

    /// <summary>
    /// Announces many changes at once, thousands of them: by COPY, in the transaction that is open, not at the next save. Otherwise as <see cref="Announce"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open, so that the events could commit without the changes.</exception>
    public async Task AnnounceAll(IEnumerable<(ISubject Subject, object Event)> announcements, CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException("Open a transaction first: the changes and their events commit together");
        var services = this.GetService<AnnouncementServices>();
        await using var rows = await OutboxCopy.Begin((NpgsqlConnection)Database.GetDbConnection(), ct);
        foreach (var (subject, @event) in announcements)
            await rows.Write(RowOf(subject, @event, services.Clock.GetUtcNow()), ct);
        await rows.Complete(ct);
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        // Inside an outer transaction the interceptor wakes the relay when that commits.
        if (saved > 0 && Database.CurrentTransaction is null)
            this.GetService<AnnouncementServices>().Committed.Set();
        return saved;
    }

    static OutboxRow RowOf(ISubject subject, object @event, DateTimeOffset now)
    {
        subject.Version++;
        return new OutboxRow
        {
            Id = Guid.CreateVersion7(now),
            Type = EventType.Of(@event.GetType()).Name,
            Subject = SubjectName.Of(subject),
            Version = subject.Version,
            Unit = subject.UnitId,
            Time = now,
            Actor = Actor.Current,
            Data = JsonSerializer.Serialize(@event, @event.GetType(), EventJson.Options),
            TraceParent = Activity.Current?.Id,
        };
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new NamingConvention());
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var outbox = modelBuilder.Entity<OutboxRow>();
        outbox.ToTable("outbox", "chassis").HasKey(row => row.Id);
        outbox.Property(row => row.Id).ValueGeneratedNever();
        outbox.Property(row => row.Data).HasColumnType("jsonb");
        outbox.Property(row => row.TraceParent).HasColumnName("traceparent");
    }
}

/// <summary>What <see cref="ServiceDb.Announce"/> needs of its host.</summary>
sealed record AnnouncementServices(TimeProvider Clock, OutboxSignal Committed);
