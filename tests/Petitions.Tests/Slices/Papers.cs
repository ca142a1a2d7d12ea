using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Files on their way to and from the service.</summary>
static class Papers
{
    public static async Task<HttpResponseMessage> Upload(
        this HttpClient client,
        string path,
        byte[] file,
        string type = "application/octet-stream"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        };
        return await client.SendAsync(request);
    }

    public static async Task<JsonNode> Attached(this HttpClient client, string petition, byte[] file) =>
        await (await client.Upload($"{petition}/attachments", file)).Read(HttpStatusCode.Created);

    public static async Task<JsonNode> Redacted(this HttpClient client, string petition, int number, byte[] file) =>
        await (await client.Upload($"{petition}/attachments/{number}/redaction", file)).Read();

    public static Task<HttpResponseMessage> OpenOriginal(this HttpClient client, string petition, int number = 1) =>
        client.Post($"{petition}/attachments/{number}/readings", new JsonObject { ["purpose"] = "XAC_MINH" });

    public static async Task<byte[]> Bytes(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
