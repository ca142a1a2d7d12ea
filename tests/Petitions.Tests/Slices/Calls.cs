using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DanVan.Petitions.Tests.Slices;

static class Calls
{
    public const string Book = "api/v1/petitions";

    /// <summary>A petition as an ordinary client sends it; change what the test is about.</summary>
    public static JsonObject Paper(string kind = "KHIEU_NAI", Guid? unit = null) =>
        new()
        {
            ["unitId"] = unit ?? PetitionsRunning.Committee,
            ["kind"] = kind,
            ["channel"] = "BUU_CHINH",
            ["field"] = "HANH_CHINH",
            ["receivedOn"] = "2026-08-03",
            ["summary"] = "Đề nghị xem xét việc thu hồi đất làm đường liên xã",
            ["petitioner"] = new JsonObject
            {
                ["type"] = "INDIVIDUAL",
                ["fullName"] = "Nguyễn Thị Thử",
                ["address"] = "Số 1 ngõ 2, phường Ba Đình",
            },
        };

    public static async Task<HttpResponseMessage> Post(this HttpClient client, string path, JsonNode body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? $"{Guid.CreateVersion7()}");
        return await client.SendAsync(request);
    }

    /// <summary>The same on a version that the client has seen.</summary>
    public static async Task<HttpResponseMessage> PostOn(this HttpClient client, int version, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> Accepting(
        this HttpClient client,
        string accept,
        HttpMethod method,
        string path,
        JsonNode? body = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd(accept);
        return await client.SendAsync(request);
    }

    public static JsonObject With(this JsonObject body, string member, string? value)
    {
        body[member] = value;
        return body;
    }

    public static async Task<JsonNode> Read(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return JsonNode.Parse(text)!;
    }

    public static async Task<JsonNode> Get(this HttpClient client, string path) => await (await client.GetAsync(path)).Read();

    public static async Task<string> Received(this HttpClient client, JsonObject? paper = null) =>
        (await (await client.Post(Book, paper ?? Paper())).Read(HttpStatusCode.Created)).Text("id");

    public static async Task<string> Accepted(this HttpClient client, string kind)
    {
        var id = await client.Received(Paper(kind));
        var acceptance = new JsonObject { ["acceptedOn"] = "2026-08-05", ["documentNumber"] = "01/TB" };
        await (await client.Post($"{Book}/{id}/acceptance", acceptance)).Read();
        return id;
    }

    /// <summary>Takes a step; the petition after it.</summary>
    public static async Task<JsonNode> Take(this HttpClient client, string path, string step, JsonNode body) =>
        await (await client.Post($"{path}/{step}", body)).Read();

    public static string Text(this JsonNode? node, string member) => node![member]!.GetValue<string>();

    /// <summary>The problem's code, for a refusal with that status.</summary>
    public static async Task<string> Refusal(this HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.Conflict) =>
        (await answer.Read(status)).Text("code");
}
