using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What the token endpoint answered.</summary>
sealed record TokenAnswer(int Status, JsonElement Body, TimeSpan? RetryAfter)
{
    public string? Error => Body.Text("error");
    public string Token => Body.Text("access_token") ?? throw new InvalidOperationException($"{Status} {Body}");
}

/// <summary>Requests to the token endpoint, each from an address of its own unless told, so that what one test fails at slows no other.</summary>
static class TokenRequests
{
    const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    static int addresses;

    public static string NewAddress()
    {
        var next = Interlocked.Increment(ref addresses);
        return $"198.18.{next / 250}.{next % 250}";
    }

    public static Task<TokenAnswer> AskWithSecret(this ServiceProcess service, string login, string secret, string? from = null) =>
        service.AskForToken(from, ("grant_type", "client_credentials"), ("client_id", login), ("client_secret", secret));

    public static Task<TokenAnswer> AskWithAssertion(this ServiceProcess service, string assertion, string? from = null) =>
        service.AskForToken(
            from,
            ("grant_type", "client_credentials"),
            ("client_assertion_type", AssertionType),
            ("client_assertion", assertion)
        );

    public static async Task<TokenAnswer> AskForToken(
        this ServiceProcess service,
        string? from,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        // As the gateway says it.
        request.Headers.Add("X-Forwarded-For", from ?? NewAddress());
        using var answer = await service.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(text), answer.Headers.RetryAfter?.Delta);
    }

    /// <summary>Sends a change with the version that it is made to; none: without If-Match.</summary>
    public static async Task<(int Status, JsonElement Body)> Change(
        this HttpClient client,
        HttpMethod method,
        string address,
        int? version,
        object? body = null
    )
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(
                JsonSerializer.Serialize(body),
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/json")
            );
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public static int Version(this JsonElement client) => client.GetProperty("version").GetInt32();
}
