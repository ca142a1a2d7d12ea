using System.Collections.Concurrent;
using System.Diagnostics;
using DanVan.Support;
using Npgsql;

namespace DanVan.Bench.Areas;

/// <summary>From the 201 at the gateway to the committed effect in another service, 200 petitions a second at scheduled times, whatever the answers take.</summary>
public static class LatencyArea
{
    const int PerSecond = 200;

    public static async Task<Figure[]> Measure(Effort effort)
    {
        await using var intake = await Intake.Start("reporting");
        var reporting = intake.Platform["reporting"].Database;
        // A notification leaves with the commit of the fact: whoever hears it could have read the fact.
        await reporting.Execute(
            """
            create function bench_notify() returns trigger language plpgsql as $$ begin perform pg_notify('bench', new.subject); return null; end $$;
            create trigger bench after insert on facts for each row execute function bench_notify();
            """
        );
        var seen = new ConcurrentDictionary<string, long>();
        await using var listener = await reporting.Source.OpenConnectionAsync();
        listener.Notification += (_, note) => seen.TryAdd(note.Payload, Stopwatch.GetTimestamp());
        await using (var listen = new NpgsqlCommand("listen bench", listener))
            await listen.ExecuteNonQueryAsync();
        using var stop = new CancellationTokenSource();
        var listening = Listen(listener, stop.Token);

        await Send(intake, seconds: effort == Effort.Full ? 75 : 6); // Warm.
        var answered = await Send(intake, effort.Seconds * effort.Rounds);
        await Eventually.True(
            "every effect to be committed",
            () => answered.All(one => seen.ContainsKey(one.Key)),
            TimeSpan.FromSeconds(60)
        );
        await stop.CancelAsync();
        await listening;

        var milliseconds = answered
            .Select(one => Math.Max(0, Stopwatch.GetElapsedTime(one.Value, seen[one.Key]).TotalMilliseconds))
            .Order()
            .ToArray();
        double Percentile(double p) => milliseconds[(int)(p * (milliseconds.Length - 1))];
        return
        [
            Figure.AtMost("latency, 201 to committed effect in another service, p50 at 200/s", "ms", 10, Percentile(0.50)),
            Figure.AtMost("latency, 201 to committed effect in another service, p99 at 200/s", "ms", 150, Percentile(0.99)),
        ];
    }

    static async Task<Dictionary<string, long>> Send(Intake intake, int seconds)
    {
        var answered = new ConcurrentDictionary<string, long>();
        var sending = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < seconds * PerSecond; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.FromMilliseconds(1))
                await Task.Delay(wait);
            sending.Add(One());
        }
        await Task.WhenAll(sending);
        return new(answered);

        async Task One()
        {
            using var answer = await intake.Send();
            var at = Stopwatch.GetTimestamp();
            answer.EnsureSuccessStatusCode();
            answered[$"petition/{answer.Headers.Location!.ToString().Split('/')[^1]}"] = at;
        }
    }

    static async Task Listen(NpgsqlConnection listener, CancellationToken ct)
    {
        try
        {
            while (true)
                await listener.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Enough heard.
        }
    }
}
