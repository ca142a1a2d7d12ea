using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Directory.Client;
using DanVan.Support;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Bench.Areas;

/// <summary>The petitions of a country, a tenth of them open: words looked for, what is late in a province, and a new holiday.</summary>
public static class PetitionsArea
{
    const int Provinces = 63;
    const int Communes = 14_000 - Provinces;

    static readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));

    /// <summary>A day of last week that was worked; every open limit runs across it.</summary>
    static readonly DateOnly holiday = Enumerable
        .Range(4, 3)
        .Select(days => today.AddDays(-days))
        .First(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>Rare words and common ones, few and many, a phrase, with and without tones, an abbreviation.</summary>
    static readonly string[] wanted =
    [
        "thu hồi đất",
        "đường liên xã",
        "giải phóng mặt bằng",
        "\"thu hồi đất\"",
        "duong lien xa",
        "hoà bình",
        "ngập úng",
        "nghĩa trang liệt sĩ",
        "UBND",
        "khoáng sản",
    ];

    public static async Task<Figure[]> Measure(Effort effort)
    {
        var count = effort == Effort.Full ? 1_000_000 : 100_000;
        await using var service = await ServiceProcess.Start(
            "petitions",
            new Dictionary<string, string> { ["Deadlines__RecountEvery"] = "00:00:01", ["Deadlines__EscalateEvery"] = "1.00:00:00" }
        );
        var provinces = await Country(service.Database);
        await Load(service.Database, count, provinces);

        using var root = service.As(RootUnit.Id, "petitions.read");
        using var province = service.As(provinces[0].Id, "petitions.read");
        await Eventually.True(
            "the units in memory",
            async () => (await root.GetAsync($"api/v1/petitions/due/counts?unit={provinces[^1].Communes[^1]}")).IsSuccessStatusCode
        );
        var (times, search, ofProvince, overdue, counts) = (
            effort == Effort.Full ? 10 : 4,
            new List<Round>(),
            new List<Round>(),
            new List<double>(),
            new List<double>()
        );
        for (var i = 0; i <= effort.Rounds; i++)
        {
            var ours = await Percentile(times * wanted.Length, n => Get(root, Search(n)));
            var bare = await Bare(service.Database, times, "");
            var theirs = await Percentile(times * wanted.Length, n => Get(province, Search(n)));
            var bareTheirs = await Bare(
                service.Database,
                times,
                $"and unit_id in (select unit_id from directory.unit_ancestors where ancestor_id = '{provinces[0].Id}')"
            );
            var late = await Percentile(times * 25, _ => Get(province, "due?class=OVERDUE"));
            var counted = await Percentile(times * 25, _ => Get(province, "due/counts"));
            if (i == 0) // Warms the code and the caches up.
                continue;
            search.Add(new Round(1000 / ours, 1000 / bare));
            ofProvince.Add(new Round(1000 / theirs, 1000 / bareTheirs));
            overdue.Add(late);
            counts.Add(counted);
        }
        var recounts = new List<double>();
        for (var version = 1; version <= effort.Rounds; version++)
            recounts.Add(await Recount(service.Database, version, count / 10));
        return
        [
            new Figure($"search in {count:N0} petitions, p95", "the same statements in bare SQL", "a second", search, 0.5),
            new Figure(
                $"search of a province in {count:N0} petitions, p95",
                "the same statements in bare SQL",
                "a second",
                ofProvince,
                0.5
            ),
            Figure.AtMost($"overdue list of a province, {count / 10:N0} open, p95", "ms", 20, [.. overdue]),
            Figure.AtMost($"counts by unit of a province, {count / 10:N0} open, p95", "ms", 20, [.. counts]),
            Figure.AtMost($"a new holiday: {count / 10:N0} open limits counted anew, each told once", "s", 30, [.. recounts]),
            Figure.AtMost("memory of petitions after all that (PSS)", "MB", 300, Memory(service)),
        ];
    }

    static string Search(int n) => $"search?q={Uri.EscapeDataString(wanted[n % wanted.Length])}&limit=20";

    static async Task Get(HttpClient client, string path)
    {
        using var answer = await client.GetAsync($"api/v1/petitions/{path}");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var found = body.TryGetProperty("items", out var items) ? items.GetArrayLength() : body.GetProperty("units").GetArrayLength();
        if (!answer.IsSuccessStatusCode || found == 0)
            throw new InvalidOperationException($"{path}: {body}");
    }

    /// <summary>What the service asks the database, by a bare connection with nothing between: spelled as asked, folded if that fills no page, counted.</summary>
    static async Task<double> Bare(TestDatabase database, int times, string scope)
    {
        var queries = new List<(string Folded, string Exact)>();
        foreach (var text in wanted)
            queries.Add((await Words(database, text, exact: false), await Words(database, text, exact: true)));
        await using var connection = await database.Source.OpenConnectionAsync();
        return await Percentile(
            times * wanted.Length,
            async n =>
            {
                var (folded, exact) = queries[n % queries.Count];
                var found = await Rows(
                    $"select * from petitions join petition_words using (id) where words @@ '{exact}' {scope} order by id desc limit 21"
                );
                if (found < 21)
                    await Rows(
                        $"select * from petitions join petition_words using (id) where words @@ '{folded}' and not words @@ '{exact}' {scope} order by id desc limit {21 - found}"
                    );
                await Rows(
                    $"select count(*) from (select from petitions join petition_words using (id) where words @@ '{folded}' {scope} limit 1001) p"
                );
            }
        );

        async Task<int> Rows(string sql)
        {
            await using var command = new NpgsqlCommand(sql.Replace("select *", $"select {Columns}", StringComparison.Ordinal), connection);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = 0;
            while (await reader.ReadAsync())
                rows++;
            return rows;
        }
    }

    /// <summary>The words of a text as a query, quoted for a literal.</summary>
    static Task<string> Words(TestDatabase database, string text, bool exact) =>
        database.Scalar<string>(
            "select string_agg('''''' || lexeme || '''''', $2 order by positions[1]) from unnest(search_words($1)) where starts_with(lexeme, '=') = $3",
            text,
            text.StartsWith('"') ? " <-> " : " & ",
            exact
        );

    static async Task<double> Percentile(int times, Func<int, Task> ask)
    {
        var milliseconds = new double[times];
        for (var n = 0; n < times; n++)
        {
            var watch = Stopwatch.StartNew();
            await ask(n);
            milliseconds[n] = watch.Elapsed.TotalMilliseconds;
        }
        Array.Sort(milliseconds);
        return milliseconds[(int)(0.95 * (times - 1))];
    }

    /// <summary>Seconds from the day that is off, or worked again, to the last limit counted by it; every open petition is to be told of once.</summary>
    static async Task<double> Recount(TestDatabase database, int version, int open)
    {
        const string Told =
            "select count(*) from (select subject, type, data from chassis.outbox union all select subject, type, data from chassis.journal) e where type like '%deadlines-recounted%'";
        var before = await database.Scalar<long>(Told);
        var watch = Stopwatch.StartNew();
        await database.Execute(
            """
            insert into directory.calendar_days (date, type, name, decision, version, enabled) values ($1, 'HOLIDAY', 'Nghỉ thử', null, $2, $2 % 2 = 1)
            on conflict (date) do update set version = excluded.version, enabled = excluded.enabled
            """,
            holiday,
            version
        );
        // A day that is disabled counts for the version too.
        await Eventually.True(
            $"{open} limits counted by version {version}",
            () =>
                database.Scalar<bool>(
                    "select not exists (select from deadlines where met_on is null and not superseded and suspended_on is null and calendar_version < $1)",
                    version
                ),
            TimeSpan.FromMinutes(5)
        );
        var seconds = watch.Elapsed.TotalSeconds;
        var told = await database.Scalar<long>(Told) - before;
        var petitions = await database.Scalar<long>(
            $"select count(distinct subject) from (select subject, type, data from chassis.outbox union all select subject, type, data from chassis.journal) e where type like '%deadlines-recounted%' and (data ->> 'calendarVersion')::int = $1",
            version
        );
        return told == open && petitions == open
            ? seconds
            : throw new InvalidOperationException($"{told} events of {petitions} petitions for {open} open limits");
    }

    /// <summary>Megabytes of memory that the service has, its share of what it shares.</summary>
    static double Memory(ServiceProcess process)
    {
        var line = File.ReadLines($"/proc/{process.Current!.Pid}/smaps_rollup")
            .First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture)
            / 1024;
    }

    sealed record Province(Guid Id, Guid[] Communes);

    /// <summary>A country of 63 provinces and as many communes as make 14,000 units, in the service's replica.</summary>
    static async Task<Province[]> Country(TestDatabase database)
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

    const string Columns =
        "id, version, unit_id, kind, channel, field, received_on, summary, remote_area, petitioner_type, state, due_on, in_time, complexity, extensions, case_id";

    static async Task Load(TestDatabase database, int count, Province[] provinces)
    {
        var units = provinces.SelectMany(one => one.Communes).ToArray();
        var random = new Random(1);
        var calendar = new WorkingCalendar([]);
        var start = TimeProvider.System.GetUtcNow().AddDays(-400);
        var open = new List<(Guid Id, DateOnly ReceivedOn, DateOnly DueOn)>();
        await using var connection = await database.Source.OpenConnectionAsync();
        await using (var papers = await connection.BeginTransactionAsync()) // A paper and its case name each other.
        {
            await Papers();
            await using (var cases = new NpgsqlCommand("insert into cases select id, id, received_on from petitions", connection, papers))
            {
                cases.CommandTimeout = 0;
                await cases.ExecuteNonQueryAsync();
            }
            await papers.CommitAsync();
        }
        await using (
            var rows = await connection.BeginBinaryImportAsync(
                "copy deadlines (id, petition_id, rule, article, count, unit, start, statutory, due, skipped, calendar_version, superseded) from stdin (format binary)"
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
            }
            await rows.CompleteAsync();
        }
        await using var vacuum = new NpgsqlCommand("vacuum (analyze) petitions, petition_words, deadlines", connection)
        {
            CommandTimeout = 0,
        };
        await vacuum.ExecuteNonQueryAsync();

        async Task Papers()
        {
            await using var rows = await connection.BeginBinaryImportAsync($"copy petitions ({Columns}) from stdin (format binary)");
            rows.Timeout = TimeSpan.FromMinutes(30);
            for (var i = 0; i < count; i++)
            {
                var id = Guid.CreateVersion7(start.AddSeconds(i));
                var isOpen = i % 10 == 0;
                var receivedOn = isOpen ? holiday.AddDays(-1 - random.Next(8)) : today.AddDays(-60 - random.Next(300));
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

    /// <summary>Sixty syllables: common ones more often than rare ones, and among them what people write about.</summary>
    static class Prose
    {
        static readonly string[] topics =
        [
            "thu hồi đất",
            "đường liên xã",
            "giải phóng mặt bằng",
            "ô nhiễm môi trường",
            "cấp giấy chứng nhận",
            "chế độ chính sách",
            "nước sạch",
            "ngập úng",
            "nghĩa trang liệt sĩ",
            "khoáng sản",
            "hòa bình",
            "hoà giải ở cơ sở",
            "quy chế dân chủ",
            "UBND xã",
            "uỷ ban nhân dân",
        ];

        static readonly string[] syllables = Syllables();

        public static string Of(Random random)
        {
            var words = new List<string>(64);
            while (words.Count < 60)
                if (random.Next(200) == 0)
                    // The first topics are the common ones.
                    words.AddRange(topics[Skewed(random, topics.Length, 2)].Split(' '));
                else
                    words.Add(syllables[Skewed(random, syllables.Length, 3)]);
            return string.Join(' ', words);
        }

        static int Skewed(Random random, int count, double by) => (int)(Math.Pow(random.NextDouble(), by) * count);

        static string[] Syllables()
        {
            string[] begins =
            [
                "b",
                "c",
                "ch",
                "d",
                "đ",
                "g",
                "h",
                "kh",
                "l",
                "m",
                "n",
                "ng",
                "nh",
                "ph",
                "qu",
                "s",
                "t",
                "th",
                "tr",
                "v",
                "x",
            ];
            string[] vowels =
            [
                "a",
                "à",
                "á",
                "ả",
                "ạ",
                "â",
                "ấ",
                "ầ",
                "ê",
                "ế",
                "ề",
                "ô",
                "ố",
                "ồ",
                "ơ",
                "ớ",
                "ờ",
                "ư",
                "ứ",
                "ừ",
                "i",
                "ì",
                "í",
                "ươ",
                "ượ",
            ];
            string[] ends = ["", "c", "i", "m", "n", "ng", "nh", "t", "o"];
            var all = (from begin in begins from vowel in vowels from end in ends select begin + vowel + end).ToArray();
            new Random(3).Shuffle(all);
            return all;
        }
    }
}
