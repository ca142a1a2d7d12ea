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

    /// <summary>The head of the feed (epoch, position), then the page (position, event).</summary>
    public NpgsqlBatch WithHead(NpgsqlDataSource database)
    {
        var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select epoch, position from feed_head"));
        var page = new NpgsqlBatchCommand();
        page.CommandText = $"select f.position, f.event from {Wanted(page.Parameters)}";
        batch.BatchCommands.Add(page);
        return batch;
    }

    public NpgsqlCommand AsRows(NpgsqlDataSource database)
    {
        var command = database.CreateCommand();
        command.CommandText = $"select f.position, f.event_id, f.type, f.event from {Wanted(command.Parameters)}";
        return command;
    }

    /// <summary>The position up to which everything has been looked at.</summary>
    public long Seen(long head, long? last, long events)
    {
        var reached = Math.Max(After, last ?? 0);
        return events == Limit ? reached : Math.Max(reached, Math.Min(head, After + Window));
    }

    /// <summary>
    /// Only what is asked for stands in the statement: were the conditions always there, each page would be planned anew, because a plan that knows which of
    /// them count looks so much cheaper.
    /// </summary>
    string Wanted(NpgsqlParameterCollection parameters)
    {
        var after = Value(After);
        var wanted = $"feed f where f.position > {after} and f.position <= {after} + {Value((long)Window)}";
        if (Types is not null)
            wanted += $" and f.type like any ({Value(Types)})";
        if (Unit is { } unit)
        {
            var (above, today) = (Value(unit), Value(Today));
            wanted += $"""
                 and (f.unit is null or f.unit = {above} or exists (
                    select from directory.unit_ancestors a where a.unit_id = f.unit and a.ancestor_id = {above}
                        and (a.valid @> (f.time at time zone 'Asia/Ho_Chi_Minh')::date or a.valid @> {today}::date
                            or (a.to_the_end and upper(a.valid) <= {today}::date))))
                """;
        }
        return $"{wanted} order by f.position limit {Value(Limit)}";

        string Value<T>(T value)
        {
            parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
            return $"${parameters.Count}";
        }
    }
}
