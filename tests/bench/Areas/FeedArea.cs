using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DanVan.Support;
using Npgsql;

namespace DanVan.Bench.Areas;

/// <summary>The event feed in pages of 1,000, beside bare SQL that reads the same rows.</summary>
public static class FeedArea
{
    const int Page = 1_000;

    public static async Task<Figure[]> Measure(Effort effort)
    {
        await using var service = await ServiceProcess.Start("subscriptions");
        var count = effort.Count(40_000);
        await Fill(service, count);
        using var client = service.As(Guid.Parse("00000000-0000-7000-8000-000000000001"), "events.read");
        await Check(client, count);
        await OverAndOver(() => Ours(client, count), effort.Seconds);
        await OverAndOver(() => Bare(service, count), effort.Seconds);
        var rounds = new List<Round>();
        for (var i = 0; i < effort.Rounds; i++)
            rounds.Add(
                new Round(
                    await OverAndOver(() => Ours(client, count), effort.Seconds),
                    await OverAndOver(() => Bare(service, count), effort.Seconds)
                )
            );
        return [new Figure("feed, pages of 1,000", "the same rows by bare SQL", "events/s", rounds, 0.50)];
    }

    static async Task Fill(ServiceProcess service, int count)
    {
        await service.Database.Execute(
            """
            insert into feed (position, event_id, type, source, unit, time, event)
            select i, id, 'vn.danvan.petitions.petition-received.v1', '/danvan/petitions', null, now(),
                json_build_object('specversion', '1.0', 'id', id, 'source', '/danvan/petitions', 'type', 'vn.danvan.petitions.petition-received.v1',
                    'subject', 'petition/' || id, 'time', now(), 'sequence', lpad(i::text, 19, '0'), 'subjectversion', 1,
                    'data', json_build_object('petitionId', id, 'kind', 'KHIEU_NAI', 'channel', 'BUU_CHINH', 'receivedOn', '2026-07-10', 'dueOn', '2026-07-21'))::text
            from (select gen_random_uuid() as id, i from generate_series(1, $1) i) rows
            """,
            count
        );
        await service.Database.Execute("update feed_head set position = $1", (long)count);
        await service.Database.Execute("analyze feed");
    }

    /// <summary>Events a second of a reader that begins anew at each end.</summary>
    static async Task<double> OverAndOver(Func<Task<int>> read, int seconds)
    {
        var watch = Stopwatch.StartNew();
        var events = 0L;
        while (watch.Elapsed.TotalSeconds < seconds)
            events += await read();
        return events / watch.Elapsed.TotalSeconds;
    }

    static async Task<int> Ours(HttpClient client, int count)
    {
        var read = 0;
        for (var after = ""; read < count; )
        {
            var page = await client.GetByteArrayAsync(
                $"api/v1/events?limit={Page}{(after == "" ? "" : $"&after={Uri.EscapeDataString(after)}")}"
            );
            // The baseline does not parse the events either; that a page holds a thousand was looked at once, in Check.
            after = Next(page);
            read += Page;
        }
        return read;
    }

    /// <summary>The cursor at the end of a page.</summary>
    static string Next(ReadOnlySpan<byte> page)
    {
        var start = page.LastIndexOf("\"next\":\""u8) + 8;
        return Encoding.UTF8.GetString(page[start..(start + page[start..].IndexOf((byte)'"'))]);
    }

    static async Task Check(HttpClient client, int count)
    {
        var ids = new HashSet<string>();
        for (var after = ""; ids.Count < count; )
        {
            var page = await client.GetFromJsonAsync<JsonElement>(
                $"api/v1/events?limit={Page}{(after == "" ? "" : $"&after={Uri.EscapeDataString(after)}")}"
            );
            var events = page.GetProperty("events");
            if (events.GetArrayLength() != Page || events.EnumerateArray().Any(one => !ids.Add(one.GetProperty("id").GetString()!)))
                throw new InvalidOperationException($"After {ids.Count} of {count} events a page is short or repeats one");
            after = page.GetProperty("next").GetString()!;
        }
    }

    static async Task<int> Bare(ServiceProcess service, int count)
    {
        var read = 0;
        for (var after = 0L; read < count; )
        {
            await using var command = service.Database.Source.CreateCommand(
                "select position, event from feed where position > $1 order by position limit $2"
            );
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Page });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                after = reader.GetInt64(0);
                _ = reader.GetString(1);
                read++;
            }
        }
        return read;
    }
}
