using System.Text.Json;
using Npgsql;

namespace DanVan.Chassis.Messaging;

/// <summary>Which arguments a queue had in which revision. Versions that run side by side each find their own.</summary>
sealed class QueueRevisions(NpgsqlDataSource database)
{
    /// <summary>The revision of these arguments, put on record if it is new.</summary>
    public async Task<int> Of(QueuePlan plan, CancellationToken ct)
    {
        while (true)
        {
            await using var command = database.CreateCommand(
                """
                with known as (select revision from chassis.queues where name = $1 and arguments = $2::jsonb),
                added as (
                    insert into chassis.queues (name, revision, arguments)
                    select $1, coalesce(max(revision), 0) + 1, $2::jsonb from chassis.queues where name = $1
                    having not exists (select from known)
                    on conflict do nothing
                    returning revision
                )
                select revision from known union all select revision from added
                """
            );
            command.Parameters.AddWithValue(plan.Name);
            command.Parameters.AddWithValue(JsonSerializer.Serialize(plan.Arguments));
            if (await command.ExecuteScalarAsync(ct) is int revision)
                return revision;
            // Another process was quicker with the same number: look again.
        }
    }

    /// <summary>The broker has a queue there with other arguments: declared before there was a record, or the record is from a backup.</summary>
    public async Task Taken(QueuePlan plan, int revision, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update chassis.queues set arguments = null where name = $1 and revision = $2");
        command.Parameters.AddWithValue(plan.Name);
        command.Parameters.AddWithValue(revision);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>All revisions on record but this one.</summary>
    public async Task<IReadOnlyList<int>> Others(QueuePlan plan, int revision, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select revision from chassis.queues where name = $1 and revision <> $2 order by revision"
        );
        command.Parameters.AddWithValue(plan.Name);
        command.Parameters.AddWithValue(revision);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var others = new List<int>();
        while (await reader.ReadAsync(ct))
            others.Add(reader.GetInt32(0));
        return others;
    }
}
