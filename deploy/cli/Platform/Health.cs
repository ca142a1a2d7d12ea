using System.Text.Json;

namespace DanVan.Cli.Platform;

/// <summary>What a process says of itself at /health/ready, or at another place below /health.</summary>
sealed record Health(bool Ready, string Text, long? JournalPending)
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };

    /// <summary>Null when nobody answers.</summary>
    public static async Task<Health?> Of(Uri address, CancellationToken ct, string state = "ready")
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(address, $"health/{state}"), ct);
            var text = await answer.Content.ReadAsStringAsync(ct);
            return new(answer.IsSuccessStatusCode, text, Pending(text));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    static long? Pending(string text)
    {
        try
        {
            using var report = JsonDocument.Parse(text);
            return report.RootElement.TryGetProperty("journal", out var journal) && journal.TryGetProperty("pending", out var pending)
                ? pending.GetInt64()
                : null;
        }
        catch (JsonException)
        {
            return null; // the gateway answers in plain words
        }
    }
}
