using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Directory.Client.Replica;

/// <summary>Keeps the replica of the people. Right under duplicates, reordering and replay: each person is guarded by its version.</summary>
internal sealed class RecordPeople(NpgsqlDataSource database) : IBatchReaction
{
    public Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct) =>
        Record(database, events.Select(received => (received.Envelope.Version, received.Event)), ct);

    /// <summary>Records people in one statement; answers how many were news.</summary>
    internal static async Task<long> Record(
        NpgsqlDataSource database,
        IEnumerable<(int Version, object Person)> recorded,
        CancellationToken ct
    )
    {
        await using var command = database.CreateCommand("select directory.record_people($1)");
        command.Parameters.Add(
            new() { Value = JsonSerializer.Serialize(recorded.Select(Row), EventJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb }
        );
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static object Row((int Version, object Person) recorded)
    {
        var (id, unitId, name) = recorded.Person switch
        {
            PersonRegistered person => (person.PersonId, person.UnitId, person.PublicName),
            PersonCorrected person => (person.PersonId, person.UnitId, person.PublicName),
            var other => throw new InvalidOperationException($"{other.GetType().Name} tells of no person"),
        };
        return new
        {
            id,
            recorded.Version,
            unitId,
            name,
        };
    }
}
