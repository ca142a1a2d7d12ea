using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>Requests with what the operations ask for beside a body.</summary>
static class Requests
{
    /// <summary>Sends it under a new Idempotency-Key, and under the version given.</summary>
    public static async Task<HttpResponseMessage> Send(
        this HttpClient client,
        HttpMethod method,
        string path,
        object? body = null,
        int? version = null,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}");
        if (method == HttpMethod.Post)
            request.Headers.Add("Idempotency-Key", key ?? $"{Guid.CreateVersion7()}");
        if (version is not null)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await client.SendAsync(request);
    }

    /// <summary>The same on something that is there, under its present version.</summary>
    public static async Task<HttpResponseMessage> Change(
        this HttpClient client,
        HttpMethod method,
        string thing,
        string what,
        object? body = null
    ) => await client.Send(method, $"{thing}/{what}", body, (await client.Read(thing)).GetProperty("version").GetInt32());

    public static Task<JsonElement> Read(this HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>($"api/v1/{path}");

    /// <summary>The answer, which is one of success.</summary>
    public static async Task<JsonElement> Taken(this Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>How it was refused: status, code and fields.</summary>
    public static async Task<string> Refused(this Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound && answer.Content.Headers.ContentLength is 0)
            return $"{(int)answer.StatusCode}";
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var fields = problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(error => error.Name) : [];
        return string.Join(' ', [$"{(int)answer.StatusCode}", Text(problem, "code"), .. fields]);
    }

    public static string? Text(this JsonElement of, string member) =>
        of.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;
}
