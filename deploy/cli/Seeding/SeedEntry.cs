using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DanVan.Cli.Seeding;

/// <summary>Enters seed documents through the gateway.</summary>
sealed class SeedEntry(HttpClient gateway)
{
    // What one service tells reaches another by events: a unit entered a moment ago may not be known there yet.
    static readonly TimeSpan PatienceForEvents = TimeSpan.FromSeconds(60);

    static readonly HashSet<string> NotArrivedYet = ["conferences.unit-unknown", "conferences.reference-unknown", "awards.unknown-unit"];

    /// <summary>True when it was made now, false when it was there with the same content.</summary>
    public async Task<bool> Enter(SeedDocument document, CancellationToken ct)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(250, ct))
        {
            using var answer = await Post(document, ct);
            if (answer.StatusCode is HttpStatusCode.Created)
                return !answer.Headers.Contains("Idempotency-Replayed");
            if (answer.StatusCode is HttpStatusCode.OK)
                return false;
            var problem = await ProblemOf(answer, ct);
            if (problem.Code.EndsWith("already-exists", StringComparison.Ordinal) && document.Read is not null)
            {
                await Compare(document, ct);
                return false;
            }
            var passes = IsPassing(answer.StatusCode) || NotArrivedYet.Contains(problem.Code);
            if (!passes || watch.Elapsed > PatienceForEvents)
                throw new Failure(
                    $"{document.IdempotencyKey} was refused with {(int)answer.StatusCode}: {problem.Text}",
                    "If the platform holds other content under these ids, start from empty databases; else see ./danvan logs."
                );
        }
    }

    async Task<HttpResponseMessage> Post(SeedDocument document, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, document.Path.TrimStart('/'))
        {
            Content = JsonContent.Create(document.Body),
        };
        request.Headers.Add("Idempotency-Key", document.IdempotencyKey);
        request.Headers.Add("Accept-Language", "en");
        try
        {
            return await gateway.SendAsync(request, ct);
        }
        catch (HttpRequestException e)
        {
            throw new Failure($"The gateway does not answer at {gateway.BaseAddress}.", "Start the platform: ./danvan up", e);
        }
    }

    static bool IsPassing(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    /// <summary>Every member that was to be entered and that the platform shows must be the same.</summary>
    async Task Compare(SeedDocument document, CancellationToken ct)
    {
        var found = await gateway.GetFromJsonAsync<JsonObject>(document.Read!.TrimStart('/'), ct);
        var different = document
            .Body.Where(member => found!.TryGetPropertyValue(member.Key, out var value) && !JsonNode.DeepEquals(member.Value, value))
            .Select(member => member.Key)
            .ToList();
        if (different.Count > 0)
            throw new Failure(
                $"{document.IdempotencyKey} is there with another content: {string.Join(", ", different)}.",
                "Start from empty databases, or leave it as it is and enter no seed content."
            );
    }

    static async Task<(string Code, string Text)> ProblemOf(HttpResponseMessage answer, CancellationToken ct)
    {
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return ("", text);
        var problem = JsonNode.Parse(text)!;
        return (problem["code"]?.GetValue<string>() ?? "", $"{problem["detail"]} {problem["errors"]?.ToJsonString()}");
    }
}
