using System.Reflection;
using DanVan.Awards.Contracts.V1;
using DanVan.Chassis.Messaging;
using DanVan.Conferences.Contracts.V1;
using DanVan.Directory.Contracts.V1;
using DanVan.Petitions.Contracts.V1;
using DanVan.Reporting.Contracts.V1;
using DanVan.Subscriptions.Contracts.V1;

namespace DanVan.Subscriptions.Feed;

/// <summary>The contracts of every service that publishes: what other systems are told of, and what they are not.</summary>
static class PublishedContracts
{
    // One event of each: a reference that no code uses would not be in the program.
    static readonly Assembly[] Assemblies =
    [
        typeof(UnitRecorded).Assembly,
        typeof(PetitionReceived).Assembly,
        typeof(ReportOpened).Assembly,
        typeof(ConferenceHeld).Assembly,
        typeof(AwardDecisionIssued).Assembly,
        typeof(SubscriptionCreated).Assembly,
    ];

    /// <summary>Every event that is published, by its type.</summary>
    public static IReadOnlyDictionary<string, Type> Events { get; } =
        Assemblies.SelectMany(EventType.In).ToDictionary(contract => EventType.Of(contract).Name);

    static readonly Dictionary<string, Restriction?> Restrictions = Assemblies.ToDictionary(ServiceOf, Restriction.Of);

    /// <summary>
    /// Whether the event is restricted by the contracts of its service. Such an event is not routed here; one that came all the same, from a publisher of
    /// an older version, is not passed on.
    /// </summary>
    public static bool AreSilentOn(ReceivedEvent received) =>
        Restrictions.GetValueOrDefault(ServiceOf(received.Envelope.Type)) is { } restriction
        && (received.Event is not System.Text.Json.JsonElement data || restriction.Covers(received.Envelope.Type, data));

    static string ServiceOf(Assembly contracts) => EventType.Of(contracts.GetExportedTypes().First(EventType.IsContract)).Service;

    static string ServiceOf(string type) => EventType.RoutingKey(type).Split('.')[0];
}
