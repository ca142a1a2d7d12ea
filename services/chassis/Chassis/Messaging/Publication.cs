using System.Collections.Concurrent;
using System.Text.Json;
using DanVan.Chassis.Journal;

namespace DanVan.Chassis.Messaging;

/// <summary>How the events of this service go out.</summary>
/// <param name="restriction">What its contracts declare restricted.</param>
/// <param name="publicAddress">Where callers reach the gateway; null: not told.</param>
sealed class Publication(Restriction? restriction, Uri? publicAddress)
{
    readonly ConcurrentDictionary<string, string> schemas = new();

    /// <summary>The exchange that an event is published to.</summary>
    public string Exchange(JournalRow row) => IsRestricted(row) ? Topology.Restricted : Topology.Events;

    /// <summary>Whether the event stays in the journal.</summary>
    public bool Keeps(JournalRow row) => restriction?.Keeps(row.Type) == true;

    /// <summary>Whether the event is not for that service.</summary>
    public bool Hides(JournalRow row, string from) => restriction?.Names(from, row.Type) == false && IsRestricted(row);

    /// <summary>Where the schema of an event's data is; null where no address is told.</summary>
    public string? SchemaOf(JournalRow row) =>
        publicAddress is null ? null : schemas.GetOrAdd(row.Type, type => EventSchema.Address(publicAddress, type).AbsoluteUri);

    bool IsRestricted(JournalRow row) => restriction?.Covers(row.Type, JsonElement.Parse(row.Data)) == true;
}
