using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DanVan.Support;
using DanVan.Support.Files;

namespace DanVan.Reporting.Tests.Files;

/// <summary>Files on their way into cells of reports and out again.</summary>
static class Annexes
{
    /// <summary>A cell that holds a file, on a form that has one.</summary>
    public const string Cell = "QD20",
        Form = "DANVAN_QCDC";

    public static Task<Guid> Opened(this Province province, Guid? unit = null, int year = 2025) =>
        province.Open(unit ?? province.Id, "YEAR", year, form: Form);

    /// <summary>Sends a file under the report's present version, or that one.</summary>
    public static async Task<HttpResponseMessage> SendFile(
        this HttpClient client,
        Guid report,
        byte[] file,
        string cell = Cell,
        string type = "application/octet-stream",
        int? version = null
    )
    {
        version ??= (await client.Read($"reports/{report}")).GetProperty("version").GetInt32();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/cells/{cell}/file")
        {
            Content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        };
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    /// <summary>The hash under which a file was taken.</summary>
    public static async Task<string> Attached(this HttpClient client, Guid report, byte[] file) =>
        (await client.SendFile(report, file).Taken()).GetProperty("file").GetProperty("sha256").GetString()!;

    public static Task<HttpResponseMessage> ReadFile(this HttpClient client, Guid report, string sha256) =>
        client.GetAsync($"api/v1/reports/{report}/files/{sha256}");

    public static async Task<byte[]> Bytes(this HttpClient client, Guid report, string sha256)
    {
        using var answer = await client.ReadFile(report, sha256);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Which files stand in cells now, and in which editions.</summary>
    public static async Task<List<(string Sha256, bool Now, string Editions)>> Files(this HttpClient client, Guid report) =>
        [
            .. (await client.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/files"))
                .EnumerateArray()
                .Select(one =>
                    (
                        one.GetProperty("file").GetProperty("sha256").GetString()!,
                        one.GetProperty("now").GetBoolean(),
                        string.Join(' ', one.GetProperty("editions").EnumerateArray())
                    )
                ),
        ];

    /// <summary>Where the store keeps bytes.</summary>
    public static string PathOf(this ServiceProcess service, string sha256) => Path.Combine(service.BlobsFolder, sha256[..2], sha256);

    public static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>What exiftool says of a file.</summary>
    public static async Task<string> Told(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            return await Programs.Exiftool("-a", "-u", "-G1", path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
