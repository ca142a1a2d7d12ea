using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Receipts;
using DanVan.Support;
using Microsoft.Extensions.Options;

namespace DanVan.Bench.Areas;

/// <summary>What a receipt costs an intake, and whether the time of an answer tells a wrong code from a wrong PIN.</summary>
public static class ReceiptArea
{
    public static async Task<Figure[]> Measure(Effort effort)
    {
        await using var service = await ServiceProcess.Start(
            "petitions",
            new Dictionary<string, string> { ["Receipts__FailuresOfACode"] = "1000", ["Receipts__FailuresOfAnAddress"] = "100000" }
        );
        await service.Database.Record(ReplicaUnits.Unit(RootUnit.Id, null, "CENTRAL", "CENTRAL", "Trung ương"));
        using var clerk = service.As(RootUnit.Id, "petitions.write");
        JsonElement receipt = default;
        await Eventually.True("the root unit to be known", async () => (receipt = await Receive(clerk)).ValueKind == JsonValueKind.Object);
        var code = receipt.GetProperty("code").GetString()!;
        var pin = receipt.GetProperty("pin").GetString() == "000000" ? "000001" : "000000";

        var rounds = new List<Round>();
        var times = effort.Count(400);
        for (var i = 0; i <= effort.Rounds; i++)
        {
            await service.Database.Execute("delete from receipt_failures"); // Else the code would have to wait.
            var wrongCode = await Median(times, () => Ask(service.Http, TrackingCode.New(), pin));
            var wrongPin = await Median(times, () => Ask(service.Http, code, pin));
            if (i > 0) // The first warms the code up.
                rounds.Add(new Round(Math.Min(wrongCode, wrongPin), Math.Max(wrongCode, wrongPin)));
        }
        return
        [
            Figure.AtMost("a receipt issued", "us", 500, Issuing()),
            new Figure("a wrong code and a wrong PIN, the quicker", "the slower", "ms", rounds, 0.67),
        ];
    }

    static double Issuing()
    {
        const int Times = 5000;
        var book = new ReceiptBook(Options.Create(new VaultOptions { Key = Convert.ToBase64String(new byte[32]) }));
        for (var i = 0; i < Times; i++)
            book.Issue(RootUnit.Id);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
            book.Issue(RootUnit.Id);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Times;
    }

    static async Task<double> Median(int times, Func<Task> ask)
    {
        var milliseconds = new double[times];
        for (var n = 0; n < times; n++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            milliseconds[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(milliseconds);
        return milliseconds[times / 2];
    }

    static async Task Ask(HttpClient citizen, string code, string pin)
    {
        using var answer = await citizen.PostAsJsonAsync("api/v1/receipts/status", new { code, pin });
        if (answer.StatusCode != HttpStatusCode.NotFound)
            throw new InvalidOperationException($"{answer.StatusCode} for a wrong code or PIN");
    }

    static async Task<JsonElement> Receive(HttpClient clerk)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/petitions") { Content = JsonContent.Create(Intake.Petition) };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        using var answer = await clerk.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.Created
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("receipt")
            : default;
    }
}
