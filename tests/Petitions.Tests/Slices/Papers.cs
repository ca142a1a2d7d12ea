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
        string type = "application/octet-stream",
        int? version = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        };
        if (version is not null)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
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

    /// <summary>Names of the stored bytes of a petition's files.</summary>
    public static async Task<List<string>> Blobs(this PetitionsRunning running, string path, bool redacted)
    {
        await using var command = running.Service.Database.Source.CreateCommand(
            "select blob_sha256 from sealed_files f join attachments a on a.id = f.attachment_id where a.petition_id = $1 and f.redacted = $2"
        );
        command.Parameters.AddWithValue(Guid.Parse(path.Split('/')[^1]));
        command.Parameters.AddWithValue(redacted);
        await using var rows = await command.ExecuteReaderAsync();
        var blobs = new List<string>();
        while (await rows.ReadAsync())
            blobs.Add(rows.GetString(0));
        return blobs;
    }

    public static bool Stored(this PetitionsRunning running, string blob) => File.Exists(running.PathOf(blob));

    public static string PathOf(this PetitionsRunning running, string blob) => Path.Combine(running.Service.BlobsFolder, blob[..2], blob);
}
