using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Bench.Load;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Support;
using Npgsql;

namespace DanVan.Bench.Areas;

/// <summary>The petitions of a country, a tenth of them open: words looked for, the statistics of a year, what is late in a province, and a new holiday.</summary>
public static class PetitionsArea
{
    static readonly DateOnly today = TimeProvider.System.Today();

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

    /// <summary>Reads of all kinds.</summary>
    public static async Task<Figure[]> Measure(Effort effort)
    {
        var count = Count(effort);
        var (service, provinces) = await Loaded(count, searchable: true);
        await using var running = service;
        using var root = service.As(RootUnit.Id, "petitions.read");
        using var province = service.As(provinces[0].Id, "petitions.read");
        await Eventually.True(
            "the units in memory",
            async () => (await root.GetAsync($"api/v1/petitions/due/counts?unit={provinces[^1].Communes[^1]}")).IsSuccessStatusCode
        );
        var (times, search, ofProvince, statistics, overdue, counts) = (
            effort == Effort.Full ? 5 : 4,
            new List<Round>(),
            new List<Round>(),
            new List<Round>(),
            new List<double>(),
            new List<double>()
        );
        // As the service asks for it: the planner would sort a million rows.
        await using var hashing = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(service.Database.ConnectionString) { Options = "-c enable_sort=off" }
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
            var counting = await Percentile(times, _ => Statistics(root));
            var bareCounting = await Percentile(times, _ => BareCount(hashing));
            if (i == 0) // Warms the code and the caches up.
                continue;
            search.Add(new Round(1000 / ours, 1000 / bare));
            ofProvince.Add(new Round(1000 / theirs, 1000 / bareTheirs));
            statistics.Add(new Round(1000 / counting, 1000 / bareCounting));
            overdue.Add(late);
            counts.Add(counted);
        }
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
            new Figure($"statistics of the country, {count:N0} petitions, p95", "the same count in bare SQL", "a second", statistics, 0.5),
            Figure.AtMost($"overdue list of a province, {count / 10:N0} open, p95", "ms", 20, [.. overdue]),
            Figure.AtMost($"counts by unit of a province, {count / 10:N0} open, p95", "ms", 20, [.. counts]),
            Figure.AtMost("memory of petitions after all that (PSS)", "MB", 300, service.Pss()),
        ];
    }

    /// <summary>A new holiday that every open limit runs across.</summary>
    public static async Task<Figure[]> MeasureRecount(Effort effort)
    {
        var count = Count(effort);
        var (service, _) = await Loaded(count, searchable: false); // The words of a million texts take their time.
        await using var running = service;
        var recounts = new List<double>();
        for (var version = 1; version <= effort.Rounds; version++)
            recounts.Add(await Recount(service.Database, version, count / 10));
        return
        [
            Figure.AtMost($"a new holiday: {count / 10:N0} open limits counted anew, each told once", "s", 30, [.. recounts]),
            Figure.AtMost("memory of petitions after the recounts (PSS)", "MB", 300, service.Pss()),
        ];
    }

    static int Count(Effort effort) => effort == Effort.Full ? 1_000_000 : 100_000;

    static async Task<(ServiceProcess Service, SyntheticPetitions.Province[] Provinces)> Loaded(int count, bool searchable)
    {
        var service = await ServiceProcess.Start(
            "petitions",
            new Dictionary<string, string> { ["Deadlines__RecountEvery"] = "00:00:01", ["Deadlines__EscalateEvery"] = "1.00:00:00" }
        );
        var provinces = await SyntheticPetitions.Country(service.Database);
        await SyntheticPetitions.Load(service.Database, count, provinces, holiday, searchable);
        return (service, provinces);
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

    static async Task Statistics(HttpClient client)
    {
        var (from, to) = Window;
        var counted = await client.GetFromJsonAsync<JsonElement>($"api/v1/petitions/statistics?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        if (counted.GetProperty("received").GetArrayLength() == 0)
            throw new InvalidOperationException($"Nothing was counted: {counted}");
    }

    /// <summary>The last year: all petitions came in it but for those of its first weeks.</summary>
    static (DateOnly From, DateOnly To) Window => (today.AddDays(-330), today);

    /// <summary>How the petitions of the window look, by one statement.</summary>
    static async Task BareCount(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            select started_on < $1, entry, ended_on <= $2, ending, accepted_on <= $2, accepted_on < $1, came_accepted, outcome, in_time, kind, field, round,
                competent, verdict, is_part, is_duplicate, is_group, count(*)
            from counted_spells where until_sequence is null and started_on <= $2 and ended_on >= $1
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17
            """
        );
        command.Parameters.Add(new() { Value = Window.From });
        command.Parameters.Add(new() { Value = Window.To });
        if (await command.ExecuteScalarAsync() is null)
            throw new InvalidOperationException("Nothing was counted");
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
            await using var command = new NpgsqlCommand(
                sql.Replace("select *", $"select {SyntheticPetitions.Columns}", StringComparison.Ordinal),
                connection
            );
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
}
