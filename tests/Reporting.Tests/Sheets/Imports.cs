using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>Files of rows, as they are sent and answered.</summary>
static class Imports
{
    public const string Header = "form,regime,periodKind,year,index,unit,indicator,state,number,text,reason";

    public static string Csv(params string[] rows) => $"{Header}\n{string.Join('\n', rows)}\n";

    public static Task<(HttpStatusCode Status, JsonElement Body)> Post(HttpClient client, string csv, string query = "") =>
        Send(client, Encoding.UTF8.GetBytes(csv), "text/csv", query);

    public static Task<(HttpStatusCode Status, JsonElement Body)> PostJson(HttpClient client, string json, string query = "") =>
        Send(client, Encoding.UTF8.GetBytes(json), "application/json", query);

    public static Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpClient client, byte[] body, string type, string query) =>
        Send(client, body, type, query, $"{Guid.CreateVersion7()}");

    public static async Task<(HttpStatusCode Status, JsonElement Body)> Send(
        HttpClient client,
        byte[] body,
        string type,
        string query,
        string? key
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/imports{query}");
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static (int Entered, int Unchanged, int Refused, int Opened) Counts(JsonElement body)
    {
        return (Of("entered"), Of("unchanged"), Of("refused"), Of("reportsOpened"));

        int Of(string name) => body.GetProperty(name).GetInt32();
    }
}
