using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DanVan.Awards.Tests.Slices;

static class Calls
{
    public const string Awards = "api/v1/awards";

    public static async Task<HttpResponseMessage> Send(
        this HttpClient client,
        HttpMethod method,
        string path,
        JsonNode body,
        EntityTagHeaderValue? ifMatch = null
    )
    {
        using var request = new HttpRequestMessage(method, $"{Awards}/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(ifMatch);
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> Post(
        this HttpClient client,
        string path,
        JsonNode body,
        EntityTagHeaderValue? ifMatch = null
    ) => client.Send(HttpMethod.Post, path, body, ifMatch);

    /// <summary>What a POST made or changed.</summary>
    public static async Task<JsonNode> Posted(this HttpClient client, string path, JsonNode body)
    {
        var answer = await client.Post(path, body);
        return await answer.Read(answer.StatusCode == HttpStatusCode.Created ? HttpStatusCode.Created : HttpStatusCode.OK);
    }

    public static async Task<JsonNode> Get(this HttpClient client, string path) => await (await client.GetAsync($"{Awards}/{path}")).Read();

    public static async Task<JsonNode> Read(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The problem's code, for a refusal with that status.</summary>
    public static async Task<string> Refusal(this HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.Conflict) =>
        (await answer.Read(status)).Text("code");

    public static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();

    public static int Number(this JsonNode node, params string[] path) => path.Aggregate(node, (at, member) => at[member]!).GetValue<int>();
}
