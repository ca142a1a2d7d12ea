using System.Text;
using DanVan.Chassis.Messaging;
using Npgsql;

namespace DanVan.Subscriptions.Feed;

/// <summary>Appends every event that is no secret to the feed, each once, in positions that are dense and become visible in their order.</summary>
sealed class RecordEvents(NpgsqlDataSource database, FeedGrowth growth) : IBatchReaction
{
    // A statement of its own: the next one must see what the previous holder of the lock has committed.
    const string Lock = "select position from feed_head for update";

    const string Append = """
        with fresh as (
            select distinct on (id) *
            from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::text[])
                with ordinality as e (id, type, source, unit, time, event, place)
            where not exists (select from feed f where f.event_id = e.id)
            order by id, place
        ), appended as (
            insert into feed (position, event_id, type, source, unit, time, event)
            select h.position + row_number() over (order by place), id, type, source, unit, time, event from fresh, feed_head h
            returning type, source, time
        ), seen as (
            insert into event_types as known (type, source, first_seen, last_seen, events)
            select type, min(source), min(time), max(time), count(*) from appended group by type
            on conflict (type) do update set
                first_seen = least(known.first_seen, excluded.first_seen),
                last_seen = greatest(known.last_seen, excluded.last_seen),
                events = known.events + excluded.events
        )
        update feed_head set position = position + (select count(*) from appended)
        """;

    public async Task Handle(IReadOnlyList<ReceivedEvent> received, CancellationToken ct)
    {
        // What arrived together may have changed places on the way; inside a batch each source gets its order back.
        ReceivedEvent[] events = [.. received.Where(x => !PublishedContracts.AreSilentOn(x)).OrderBy(x => x.Envelope.Sequence)];
        if (events.Length == 0)
            return;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock));
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Append)
            {
                Parameters =
                {
                    new() { Value = Column(events, x => x.Envelope.Id) },
                    new() { Value = Column(events, x => x.Envelope.Type) },
                    new() { Value = Column(events, x => x.Envelope.Source) },
                    new() { Value = Column(events, x => x.Envelope.Unit) },
                    new() { Value = Column(events, x => x.Envelope.Time) },
                    new() { Value = Column(events, x => Encoding.UTF8.GetString(x.Json.Span)) },
                },
            }
        );
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        growth.Announce();
    }

    static T[] Column<T>(IReadOnlyList<ReceivedEvent> events, Func<ReceivedEvent, T> of) => [.. events.Select(of)];
}
