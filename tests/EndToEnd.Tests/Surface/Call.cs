using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>A request to an operation; a changed copy of a right one is a wrong one.</summary>
public sealed record Call(ApiOperation Operation)
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values of the path's parameters as they stand in the address, escaped.</summary>
    public IReadOnlyDictionary<string, string> InPath { get; init; } = new Dictionary<string, string>();

    /// <summary>The query as it stands in the address, without the question mark.</summary>
    public string Query { get; init; } = "";

    public byte[]? Body { get; init; }
    public string? MediaType { get; init; } = Operation.Body?.MediaType;

    /// <summary>The condition on the version; any version unless told.</summary>
    public string? IfMatch { get; init; } = "*";

    public string? IdempotencyKey { get; init; } = $"{Guid.CreateVersion7()}";

    /// <summary>Whether the body goes out without telling its length before.</summary>
    public bool Chunked { get; init; }

    /// <summary>With a body as the operation's media type writes it.</summary>
    public Call With(JsonNode? body) => this with { Body = body is null ? null : Written(body) };

    public async Task<Answer> Send(HttpClient client)
    {
        using var request = new HttpRequestMessage(Operation.Method, Address);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            request.Headers.TransferEncodingChunked = Chunked;
            if (MediaType is not null)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);
        }
        if (Operation.Takes("If-Match") && IfMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        if (Operation.Takes("Idempotency-Key") && IdempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", IdempotencyKey);
        using var answer = await client.SendAsync(request);
        return await Answer.Of(answer);
    }

    // The address is sent as written: the framework would put it in order first.
    Uri Address
    {
        get
        {
            var path = InPath.Aggregate(
                Operation.Path,
                (written, value) => written.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal)
            );
            return new(Query.Length == 0 ? path : $"{path}?{Query}", UriKind.Relative);
        }
    }

    byte[] Written(JsonNode body) =>
        MediaType switch
        {
            "application/x-www-form-urlencoded" => Encoding.UTF8.GetBytes(
                string.Join(
                    '&',
                    body.AsObject().Where(x => x.Value is not null).Select(x => $"{x.Key}={Uri.EscapeDataString($"{x.Value}")}")
                )
            ),
            "application/json" => JsonSerializer.SerializeToUtf8Bytes(body, Readable),
            _ => Encoding.UTF8.GetBytes(body.GetValue<string>()),
        };
}
