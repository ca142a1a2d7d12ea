using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client.Replica;
using DanVan.Directory.Contracts.V1;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Directory.Client;

/// <summary>What a service takes to know units, calendar and what its callers may see.</summary>
public static class DirectoryReplica
{
    /// <summary>
    /// Keeps a replica of the units and of the working calendar in schema <c>directory</c> of the service's own database, fed by events on the queues
    /// <c>&lt;service&gt;.directory-replica</c> and <c>&lt;service&gt;.directory-calendar</c>. Gives <see cref="UnitTree"/> (a singleton that is always
    /// current) and <see cref="WorkingCalendar"/> (scoped: one version of the calendar per piece of work).
    /// </summary>
    public static IServiceCollection AddDirectoryReplica(this IServiceCollection services)
    {
        services.AddMigrations(typeof(DirectoryReplica).Assembly);
        services.AddSingleton<UnitTree>().AddSingleton<IUnitLookup, UnitsOfCallers>();
        services.AddSingleton<CurrentCalendar>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentCalendar>().Value);
        services.AddSingleton<ReplicaLoader>();
        services.AddHostedService<ReplicaWatch>();
        services.AddBatchReaction<RecordUnits>("directory-replica", typeof(UnitRecorded));
        services.AddBatchReaction<RecordCalendar>("directory-calendar", typeof(CalendarChanged));
        return services;
    }
}
