using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Directory.Client.Replica;

/// <summary>Keeps the replica of the calendar; each day is guarded by its own version.</summary>
internal sealed class RecordCalendar(NpgsqlDataSource database, ReplicaLoader loader) : IBatchReaction
{
    public async Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var days = events
            .SelectMany(received => ((CalendarChanged)received.Event).Days)
            .GroupBy(day => day.Date)
            .Select(changes => changes.MaxBy(day => day.Version));
        await using var command = database.CreateCommand(
            """
            insert into directory.calendar_days as known (date, type, name, decision, version, enabled)
            select date, type, name, decision, version, enabled
            from jsonb_to_recordset($1) as d (date date, type text, name text, decision text, version int, enabled boolean)
            order by date
            on conflict (date) do update set type = excluded.type, name = excluded.name, decision = excluded.decision,
                version = excluded.version, enabled = excluded.enabled
                where known.version < excluded.version
            """
        );
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(days, EventJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb });
        if (await command.ExecuteNonQueryAsync(ct) > 0)
            await loader.RefreshCalendar(ct);
    }
}
