using System.Net.Http.Headers;
using System.Text.Json;
using DanVan.Directory.Import;
using DanVan.Directory.Tests.Import;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Files sent to the directory, and carried out.</summary>
static class Imports
{
    public static byte[] Json(string file, string[] columns) => JsonOf(Country.Rows(file, columns), columns);

    public static byte[] JsonOf(IReadOnlyList<CsvRow> rows, string[] columns)
    {
        string[] members =
        [
            .. columns.Select(column => column.Replace("_n", "N", StringComparison.Ordinal).Replace("_c", "C", StringComparison.Ordinal)),
        ];
        return JsonSerializer.SerializeToUtf8Bytes(
            rows.Select(row => members.Zip(row.Fields).ToDictionary(pair => pair.First, pair => pair.Second))
        );
    }

    public static async Task<JsonElement> Apply(
        HttpClient root,
        string kind,
        byte[] file,
        string from,
        bool complete = false,
        bool json = false
    )
    {
        var (status, operation) = await Send(root, kind, file, from, dryRun: false, complete, json);
        Assert.True(status == 202, operation.ToString());
        var done = await Eventually.Found(
            $"the import of {kind} from {from}",
            async () =>
                (await root.Get($"/api/v1/directory/operations/{operation.Id()}")).Body is var now
                && now.Text("status") is "SUCCEEDED" or "FAILED"
                    ? (object)now
                    : null,
            TimeSpan.FromSeconds(120)
        );
        var ended = (JsonElement)done;
        Assert.True(ended.Text("status") == "SUCCEEDED", ended.ToString());
        Assert.Equal(ended.Number("total"), ended.Number("done"));
        return ended.GetProperty("result");
    }

    public static async Task<(int Status, JsonElement Body)> Send(
        HttpClient root,
        string kind,
        byte[] file,
        string from,
        bool dryRun,
        bool complete = false,
        bool json = false
    )
    {
        using var body = new ByteArrayContent(file)
        {
            Headers = { ContentType = new MediaTypeHeaderValue(json ? "application/json" : "text/csv") },
        };
        var query = $"kind={kind}&effectiveFrom={from}&legalBasis=TEST&dryRun={dryRun}&completeList={complete}";
        using var answer = await root.PostAsync($"/api/v1/units/imports?{query}", body);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }
}
