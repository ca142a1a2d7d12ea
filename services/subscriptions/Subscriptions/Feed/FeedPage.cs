using Npgsql;

namespace DanVan.Subscriptions.Feed;

/// <summary>One look into the feed from a position on.</summary>
/// <param name="After">Events behind this position.</param>
/// <param name="Limit">So many at most.</param>
/// <param name="Types">LIKE patterns, or null for all.</param>
/// <param name="Unit">Only events of this unit's subtree, or of no unit; null sees all.</param>
/// <param name="Today">The tree counts as it stands on this day, and as it stood on the day of the event.</param>
sealed record FeedPage(long After, int Limit, string[]? Types, Guid? Unit, DateOnly Today)
{
    /// <summary>
    /// Positions looked through at most. A reader who may see little gets short pages and goes on, instead of one query over everything.
    /// </summary>
    const int Window = 20_000;

    const string Wanted = """
        feed f
        where f.position > $1 and f.position <= $1 + $6
            and ($3::text[] is null or f.type like any ($3))
            and ($4::uuid is null or f.unit is null or f.unit = $4 or exists (
                select from directory.unit_ancestors a where a.unit_id = f.unit and a.ancestor_id = $4
                    and (a.valid @> (f.time at time zone 'Asia/Ho_Chi_Minh')::date or a.valid @> $5::date
                        or (a.to_the_end and upper(a.valid) <= $5::date))))
        order by f.position limit $2
        """;

    // The database joins the texts, so that a page passes through this process without becoming strings. The head is read first:
    // whatever it counts is visible, and what comes later is the next page's.
    const string Joined = $"""
        with head as materialized (select epoch, position from feed_head),
        page as (select f.position, f.event from {Wanted})
        select h.epoch, h.position, p.last, p.events, p.bytes, p.texts
        from head h, (
            -- In the order of the page: an order by in here would sort again what is sorted.
            select max(position) as last, count(*) as events, sum(octet_length(event)) as bytes, string_agg(event, ',') as texts from page
        ) p
        """;

    const string Rows = $"select f.position, f.event_id, f.type, f.event from {Wanted}";

    public NpgsqlCommand AsText(NpgsqlDataSource database) => With(database.CreateCommand(Joined));

    public NpgsqlCommand AsRows(NpgsqlDataSource database) => With(database.CreateCommand(Rows));

    /// <summary>The position up to which everything has been looked at.</summary>
    public long Seen(long head, long? last, long events)
    {
        var reached = Math.Max(After, last ?? 0);
        return events == Limit ? reached : Math.Max(reached, Math.Min(head, After + Window));
    }

    NpgsqlCommand With(NpgsqlCommand command)
    {
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new() { Value = After },
                new() { Value = Limit },
                new()
                {
                    Value = (object?)Types ?? DBNull.Value,
                    NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text,
                },
                new() { Value = (object?)Unit ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
                new() { Value = Today },
                new() { Value = (long)Window },
            }
        );
        return command;
    }
}
