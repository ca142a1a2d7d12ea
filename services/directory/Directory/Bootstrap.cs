using DanVan.Chassis;
using DanVan.Directory.Calendar;
using DanVan.Directory.Client;
using DanVan.Directory.Clients;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Keys;
using DanVan.Directory.Tokens;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory;

/// <summary>
/// What must be there before the first request: the root unit, the shipped days of the calendar, a signing key and the first administrator. Each is made
/// when it is missing and never changed afterwards, under a lock, so that instances starting together agree.
/// </summary>
internal sealed class Bootstrap(
    IServiceScopeFactory scopes,
    KeySchedule keys,
    IOptions<BootstrapOptions> options,
    IOptions<ClientOptions> clients,
    TimeProvider clock
) : IHostedService
{
    private static readonly DateOnly independence = new(1945, 9, 2);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('directory.bootstrap'))", cancellationToken);
        if (!await db.Units.AnyAsync(unit => unit.Id == RootUnit.Id, cancellationToken))
            AddRoot(db);
        if (!await db.Calendars.AnyAsync(cancellationToken))
            AddCalendar(db);
        if (options.Value is { ClientId: { Length: > 0 } login, ClientSecret: { Length: > 0 } secret })
            if (!await db.Clients.AnyAsync(client => client.Login == login, cancellationToken))
                AddAdministrator(db, login, secret);
        await keys.Step(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void AddRoot(DirectoryDb db)
    {
        var period = new UnitPeriod
        {
            ValidFrom = independence,
            Name = "Trung ương",
            FullName = "Trung ương",
            Kind = UnitKind.Central,
            Level = UnitLevel.Central,
            ParentId = null,
            Change = UnitChange.Create,
            LegalBasis = "Tuyên ngôn độc lập 02/9/1945",
        };
        var root = new Unit { Id = RootUnit.Id, Periods = { period } };
        db.Units.Add(root);
        db.Announce(root, root.Recorded(UnitChange.Create, period.ValidFrom, period.LegalBasis));
    }

    private static void AddCalendar(DirectoryDb db)
    {
        var calendar = new NationalCalendar { Id = NationalCalendar.TheId };
        db.Calendars.Add(calendar);
        db.Announce(calendar, calendar.Set(ShippedDays.Read())!);
    }

    private void AddAdministrator(DirectoryDb db, string login, string secret)
    {
        var now = clock.GetUtcNow();
        var client = new ApiClient
        {
            Id = Guid.CreateVersion7(now),
            Name = "Quản trị đầu tiên",
            Login = login,
            UnitId = RootUnit.Id,
            Scopes = [.. Scopes.All],
            Quota = clients.Value.StandardQuota,
            Registered = now,
            Secrets = { ClientSecret.Of(secret, now) },
        };
        db.Clients.Add(client);
        db.Announce(client, new ApiClientRegistered(client.Id, client.UnitId, client.Scopes, client.Quota));
    }
}
