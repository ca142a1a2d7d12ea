using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>What came back, read to its end.</summary>
public sealed record Answer(int Status, string? MediaType, string Text, HttpResponseHeaders Headers)
{
    /// <summary>The same before it was taken for text.</summary>
    public byte[] Bytes { get; private init; } = [];

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The JSON of the answer; null where there is none.</summary>
    public JsonNode? Json { get; } = Parse(Text);

    /// <summary>The fields that a problem names.</summary>
    public IEnumerable<string> Errors => (Json as JsonObject)?["errors"] is JsonObject errors ? errors.Select(x => x.Key) : [];

    /// <summary>What is missing for the answer to be a refusal as promised: a problem with code and traceId that is not our fault; null when nothing is.</summary>
    public string? NoProblem()
    {
        if (Status is < 400 or > 499)
            return $"{Status} {Start}";
        if (MediaType != "application/problem+json")
            return $"{Status} as {MediaType ?? "nothing"} {Start}";
        if (Json is not JsonObject problem || problem["code"]?.GetValue<string>() is not { Length: > 0 })
            return $"{Status} without a code: {Start}";
        if (problem["traceId"]?.GetValue<string>() is not { Length: 32 })
            return $"{Status} without a traceId: {Start}";
        return problem["status"]?.GetValue<int>() == Status ? null : $"{Status} that calls itself otherwise: {Start}";
    }

    /// <summary>The same, and the field must be named: itself or a place inside it.</summary>
    public string? NotNaming(string field) =>
        NoProblem()
        ?? (
            Errors.Any(x =>
                x == field || x.StartsWith($"{field}[", StringComparison.Ordinal) || x.StartsWith($"{field}.", StringComparison.Ordinal)
            )
                ? null
                : $"{Status} does not name {field}: {Start}"
        );

    public string Start => Text.Length > 500 ? Text[..500] : Text;

    public static async Task<Answer> Of(HttpResponseMessage answer, CancellationToken ct = default)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, Encoding.UTF8.GetString(bytes), answer.Headers)
        {
            Bytes = bytes,
        };
    }

    static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
