using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client.Replica;
using DanVan.Directory.Contracts.V1;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Directory.Client;

/// <summary>What a service takes to know units, calendar, people, office holders and what its callers may see.</summary>
public static class DirectoryReplica
{
    /// <summary>
    /// Keeps a replica of the units, of the working calendar, of the people and of the positions in schema <c>directory</c> of the service's own database, fed
    /// by events on the queues <c>&lt;service&gt;.directory-replica</c>, <c>…-calendar</c>, <c>…-people</c> and <c>…-positions</c>. Gives
    /// <see cref="UnitTree"/> and <see cref="OfficeHolders"/> (singletons that are always current) and <see cref="WorkingCalendar"/> (scoped: one version of
    /// the calendar per piece of work). A new replica asks the directory for all that there is, and every one is held against the directory now and then
    /// (setting <c>Replica:AskEvery</c>): what was missed is sent again.
    /// </summary>
    public static IServiceCollection AddDirectoryReplica(this IServiceCollection services)
    {
        services.AddMigrations(typeof(DirectoryReplica).Assembly);
        services.AddSingleton<UnitTree>().AddSingleton<IUnitLookup, UnitsOfCallers>();
        services.AddSingleton<CurrentCalendar>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentCalendar>().Value);
        services.AddSingleton<OfficeHolders>();
        services.AddSingleton<ReplicaLoader>();
        services.AddSingleton<PositionLoader>();
        services.AddHostedService<ReplicaWatch>();
        services.AddOptions<ReplicaOptions>().BindConfiguration("Replica").ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<AskForReplica>();
        services.AddBatchReaction<RecordUnits>("directory-replica", typeof(UnitRecorded));
        services.AddBatchReaction<RecordCalendar>("directory-calendar", typeof(CalendarChanged));
        services.AddBatchReaction<RecordPeople>("directory-people", typeof(PersonRegistered), typeof(PersonCorrected));
        services.AddBatchReaction<RecordPositions>("directory-positions", typeof(PositionRecorded));
        return services;
    }
}
