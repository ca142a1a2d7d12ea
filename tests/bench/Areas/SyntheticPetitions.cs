using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using DanVan.Support;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Bench.Areas;

/// <summary>The petitions of a made-up country, put straight into the service's tables.</summary>
static class SyntheticPetitions
{
    public sealed record Province(Guid Id, Guid[] Communes);

    const int Provinces = 63;
    const int Communes = 14_000 - Provinces;

    /// <summary>A country of 63 provinces and as many communes as make 14,000 units, in the service's replica.</summary>
    public static async Task<Province[]> Country(TestDatabase database)
    {
        Province[] provinces =
        [
            .. Enumerable
                .Range(0, Provinces)
                .Select(i => new Province(
                    Guid.CreateVersion7(),
                    [.. Enumerable.Range(0, Communes / Provinces + (i < Communes % Provinces ? 1 : 0)).Select(_ => Guid.CreateVersion7())]
                )),
        ];
        JsonObject[] top =
        [
            ReplicaUnits.Unit(RootUnit.Id, null, "CENTRAL", "CENTRAL", "Trung ương"),
            .. provinces.Select(one => ReplicaUnits.Unit(one.Id, RootUnit.Id, "PROVINCE", "PROVINCE", "Tỉnh")),
        ];
        await database.Record(top);
        foreach (var some in provinces.Chunk(8))
            await database.Record(some.SelectMany(one => one.Communes.Select(id => ReplicaUnits.Commune(id, one.Id, version: 1))));
        return provinces;
    }

    public const string Columns =
        "id, version, unit_id, kind, channel, field, received_on, summary, remote_area, petitioner_type, state, due_on, in_time, complexity, extensions, case_id";

    /// <summary>As the statistics count them: each came to its unit once, and what is not open was guided after five days.</summary>
    const string Spells = """
        insert into counted_spells (petition_id, number, from_sequence, unit_id, entry, started_on, came_accepted, ended_on, ending, in_time, kind, field, round,
            is_part, is_duplicate, is_group)
        select id, 1, 0, unit_id, 'RECEIVED', received_on, false, case state when 'GUIDED' then received_on + 5 else 'infinity' end,
            case state when 'GUIDED' then 'GUIDED' end, true, kind, field, 1, false, false, false
        from petitions
        """;

    /// <summary>As the trigger keeps them.</summary>
    static string WordsOf(int half) =>
        $"insert into petition_words (id, words, content) select id, search_words(summary), summary from petitions where hashtext(id::text) & 1 = {half}";

    /// <summary>So many petitions, a tenth of them open, whose limits all run across the day.</summary>
    /// <param name="searchable">Whether the indexes of their texts are there.</param>
    public static async Task Load(TestDatabase database, int count, Province[] provinces, DateOnly across, bool searchable)
    {
        var units = provinces.SelectMany(one => one.Communes).ToArray();
        var random = new Random(1);
        var calendar = new WorkingCalendar([]);
        var today = TimeProvider.System.Today();
        var start = TimeProvider.System.GetUtcNow().AddDays(-400);
        var rules = RuleTable.Load().Version;
        var open = new List<(Guid Id, DateOnly ReceivedOn, DateOnly DueOn)>();
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 0 }
        );
        await using var connection = await source.OpenConnectionAsync();
        // The words and indexes of a million texts are made in one go, not text by text.
        await Run("alter table petitions disable trigger petition_is_written");
        await using (var papers = await connection.BeginTransactionAsync()) // A paper and its case name each other.
        {
            await Papers();
            await Run("insert into cases select id, id, received_on from petitions");
            await papers.CommitAsync();
        }
        await using (
            var rows = await connection.BeginBinaryImportAsync(
                "copy deadlines (id, petition_id, rule, article, count, unit, start, statutory, due, skipped, calendar_version, superseded, rules_version) from stdin (format binary)"
            )
        )
        {
            foreach (var (id, receivedOn, dueOn) in open)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(Guid.CreateVersion7());
                await rows.WriteAsync(id);
                await rows.WriteAsync("KN.ACC");
                await rows.WriteAsync("Luật 136/2025/QH15 Đ2.15b");
                await rows.WriteAsync(7);
                await rows.WriteAsync("W");
                await rows.WriteAsync(receivedOn, NpgsqlDbType.Date);
                await rows.WriteAsync(dueOn, NpgsqlDbType.Date);
                await rows.WriteAsync(dueOn, NpgsqlDbType.Date);
                await rows.WriteAsync("[]", NpgsqlDbType.Jsonb);
                await rows.WriteAsync(0);
                await rows.WriteAsync(false);
                await rows.WriteAsync(rules);
            }
            await rows.CompleteAsync();
        }
        if (searchable)
            await Words();
        await Run("alter table petitions enable trigger petition_is_written");
        await Run(Spells);
        await Run("vacuum (analyze) petitions, petition_words, deadlines, counted_spells");

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        async Task Words()
        {
            string[] names = ["petitions_by_words", "petitions_by_content"];
            var indexes = await Task.WhenAll(
                names.Select(name => database.Scalar<string>("select indexdef from pg_indexes where indexname = $1", name))
            );
            await Run($"drop index {string.Join(", ", names)}");
            await Task.WhenAll(Enumerable.Range(0, 2).Select(half => Beside(WordsOf(half))));
            await Task.WhenAll(indexes.Select(Beside));
        }

        async Task Beside(string sql)
        {
            await using var other = await source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand($"set maintenance_work_mem = '512MB'; {sql}", other);
            await command.ExecuteNonQueryAsync();
        }

        async Task Papers()
        {
            await using var rows = await connection.BeginBinaryImportAsync($"copy petitions ({Columns}) from stdin (format binary)");
            rows.Timeout = TimeSpan.FromMinutes(30);
            for (var i = 0; i < count; i++)
            {
                var id = Guid.CreateVersion7(start.AddSeconds(i));
                var isOpen = i % 10 == 0;
                var receivedOn = isOpen ? across.AddDays(-1 - random.Next(8)) : today.AddDays(-60 - random.Next(300));
                var dueOn = calendar.AddWorkingDays(receivedOn, 7).Due;
                if (isOpen)
                    open.Add((id, receivedOn, dueOn));
                await rows.StartRowAsync();
                await rows.WriteAsync(id);
                await rows.WriteAsync(1);
                await rows.WriteAsync(units[random.Next(units.Length)]);
                foreach (var text in (string[])["KHIEU_NAI", "BUU_CHINH", "HANH_CHINH"])
                    await rows.WriteAsync(text);
                await rows.WriteAsync(receivedOn, NpgsqlDbType.Date);
                await rows.WriteAsync(Prose.Of(random));
                await rows.WriteAsync(false);
                await rows.WriteAsync("INDIVIDUAL");
                await rows.WriteAsync(isOpen ? "RECEIVED" : "GUIDED");
                if (isOpen)
                    await rows.WriteAsync(dueOn, NpgsqlDbType.Date);
                else
                    await rows.WriteNullAsync();
                await rows.WriteAsync(true);
                await rows.WriteAsync(Array.Empty<string>(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                await rows.WriteAsync(0);
                await rows.WriteAsync(id);
            }
            await rows.CompleteAsync();
        }
    }
}
