using DanVan.Chassis;
using DanVan.Directory.Client.Replica;
using DanVan.Directory.Contracts.V1;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Directory.Client;

/// <summary>What a service takes to know units, calendar, office holders and what its callers may see.</summary>
public static class DirectoryReplica
{
    /// <summary>
    /// Keeps a replica of the units, of the working calendar and of the positions in schema <c>directory</c> of the service's own database, fed by events on
    /// the queues <c>&lt;service&gt;.directory-replica</c>, <c>&lt;service&gt;.directory-calendar</c> and <c>&lt;service&gt;.directory-positions</c>. Gives
    /// <see cref="UnitTree"/> and <see cref="OfficeHolders"/> (singletons that are always current) and <see cref="WorkingCalendar"/> (scoped: one version of
    /// the calendar per piece of work).
    /// </summary>
    public static IServiceCollection AddDirectoryReplica(this IServiceCollection services)
    {
        services.AddMigrations(typeof(DirectoryReplica).Assembly);
        services.AddSingleton<UnitTree>();
        services.AddSingleton<CurrentCalendar>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentCalendar>().Value);
        services.AddSingleton<OfficeHolders>();
        services.AddSingleton<ReplicaLoader>();
        services.AddSingleton<PositionLoader>();
        services.AddHostedService<ReplicaWatch>();
        services.AddBatchReaction<RecordUnits>("directory-replica", typeof(UnitRecorded));
        services.AddBatchReaction<RecordCalendar>("directory-calendar", typeof(CalendarChanged));
        services.AddBatchReaction<RecordPositions>("directory-positions", typeof(PositionRecorded));
        return services;
    }
}
