using System.IO.Compression;
using System.Net;
using System.Text.Json;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Exchange;

/// <summary>
/// Readers of JSON-stat and of data packages by those who made the formats, and of SDMX-JSON by a statistical office: the npm packages <c>jsonstat-toolkit</c>,
/// <c>datapackage</c> and <c>sdmx-json-parser</c>, in <c>tests/Support/exchange-readers</c>.
/// </summary>
static class Readers
{
    /// <summary>A dataset as the toolkit understands it.</summary>
    public static Task<JsonElement> JsonStat(HttpClient client, string address) => OfFile("jsonstat", client, address);

    /// <summary>A data message as the parser understands it, its rows with ids and names.</summary>
    public static Task<JsonElement> Sdmx(HttpClient client, string address) => OfFile("sdmx", client, address);

    /// <summary>A package as it is validated and read, its rows by the names of the resources.</summary>
    public static async Task<JsonElement> Package(HttpClient client, string address)
    {
        var bytes = await Fetch(client, address);
        return await InFolder(async folder =>
        {
            using (var zip = new ZipArchive(new MemoryStream(bytes)))
                zip.ExtractToDirectory(folder);
            return await Read("package", folder);
        });
    }

    /// <summary>A row of a dataset or a table in which these columns have these values.</summary>
    public static JsonElement Row(JsonElement rows, params (string Column, string Value)[] where) =>
        rows.EnumerateArray().Single(row => where.All(one => row.GetProperty(one.Column).GetString() == one.Value));

    static async Task<JsonElement> OfFile(string what, HttpClient client, string address)
    {
        var bytes = await Fetch(client, address);
        return await InFolder(async folder =>
        {
            var file = Path.Combine(folder, "dataset.json");
            await File.WriteAllBytesAsync(file, bytes);
            return await Read(what, file);
        });
    }

    static async Task<byte[]> Fetch(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    static async Task<JsonElement> Read(string what, string path)
    {
        var source = Path.Combine(Repository.Root, "tests", "Support", "exchange-readers");
        var folder = await NodePrograms.Installed(source, "exchange-readers");
        var (code, output) = await Shell.Try("node", [Path.Combine(folder, "read.js"), what, path], folder: folder);
        Assert.True(code == 0, output);
        return JsonElement.Parse(output);
    }

    static async Task<JsonElement> InFolder(Func<string, Task<JsonElement>> use)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("danvan-exchange-");
        try
        {
            return await use(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
