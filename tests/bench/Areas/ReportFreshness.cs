using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Bench.Areas;

/// <summary>How long a report that was sent takes to the figure of the nation.</summary>
static class ReportFreshness
{
    /// <summary>10,000 reports in ten minutes.</summary>
    static readonly TimeSpan between = TimeSpan.FromSeconds(600.0 / 10_000);

    /// <summary>Reports are sent at scheduled times, whatever the answers take; the p99 of the time from an answer to the figure that has it.</summary>
    public static async Task<double> Measure(HttpClient centre, IReadOnlyList<Guid> units, int count)
    {
        var question = $"api/v1/figures/TCD01?{ReportingArea.Period}&year=2031&index=1&basis=SENT";
        var reports = new ConcurrentQueue<(Guid Id, EntityTagHeaderValue Tag)>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (i, ct) => reports.Enqueue(await Filled(centre, units[i * 37 % units.Count], ct))
        );
        var (acknowledged, seen) = (new ConcurrentQueue<long>(), new List<long>());
        var watch = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(between * count + TimeSpan.FromMinutes(1));
        var watching = Watch(patience.Token);
        var sending = new List<Task>();
        while (reports.TryDequeue(out var report))
        {
            if (between * sending.Count - watch.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early);
            sending.Add(Submit(report.Id, report.Tag));
        }
        await Task.WhenAll(sending);
        await watching;
        var waits = seen.Zip(acknowledged, (shown, sent) => Math.Max(0, shown - sent)).Order().ToArray();
        return waits[(int)(0.99 * (count - 1))];

        // The figure is sampled; what it shows is told as of when it was asked for.
        async Task Watch(CancellationToken ct)
        {
            using var samples = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (seen.Count < count && await samples.WaitForNextTickAsync(ct))
            {
                var asked = watch.ElapsedMilliseconds;
                var counted = (await centre.GetFromJsonAsync<JsonElement>(question, ct))
                    .GetProperty("coverage")
                    .GetProperty("counted")
                    .GetInt32();
                while (seen.Count < counted)
                    seen.Add(asked);
            }
        }

        async Task Submit(Guid id, EntityTagHeaderValue tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{id}/submission")
            {
                Headers = { IfMatch = { tag } },
            };
            using var answer = await centre.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            acknowledged.Enqueue(watch.ElapsedMilliseconds);
        }
    }

    static async Task<(Guid, EntityTagHeaderValue)> Filled(HttpClient centre, Guid unit, CancellationToken ct)
    {
        using var opened = await centre.PostAsJsonAsync(
            "api/v1/reports",
            new
            {
                form = "TTCP_TCD",
                unitId = unit,
                period = new
                {
                    regime = "TTCP_06_2025",
                    kind = "QUARTER",
                    year = 2031,
                    index = 1,
                },
            },
            ct
        );
        var report = (await opened.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetGuid();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/cells")
        {
            Headers = { IfMatch = { opened.Headers.ETag! } },
            Content = JsonContent.Create(
                new
                {
                    cells = new[] { "TCD01", "TCD02" }.Select(code => new
                    {
                        code,
                        state = "REPORTED",
                        number = 3,
                    }),
                }
            ),
        };
        using var entered = await centre.SendAsync(request, ct);
        entered.EnsureSuccessStatusCode();
        return (report, entered.Headers.ETag!);
    }
}
