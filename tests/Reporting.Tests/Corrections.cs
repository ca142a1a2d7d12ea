using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>Approved reports and their corrections, as they are sent and read.</summary>
static class Corrections
{
    public const string Reason = "Hai cơ quan bị tính hai lần.";

    /// <summary>A report of the commune with QC01 = 4.</summary>
    public static async Task<(Guid Report, JsonElement View)> Approved(Province province)
    {
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await Enter(province, report, 4);
        await province.Change(HttpMethod.Post, report, "submission");
        return (report, await province.Change(HttpMethod.Post, report, "approval"));
    }

    public static Task<JsonElement> Correct(Province province, Guid report) =>
        province.Change(HttpMethod.Post, report, "correction", new { reason = Reason });

    public static Task<JsonElement> Enter(Province province, Guid report, int number, string code = "QC01") =>
        province.Change(
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = new[]
                {
                    new
                    {
                        code,
                        state = "REPORTED",
                        number,
                    },
                },
            }
        );

    public static async Task<HttpResponseMessage> Send(HttpClient client, Guid report, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/correction")
        {
            Content = JsonContent.Create(new { reason = Reason }),
        };
        if (version is not null)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    public static async Task<List<JsonElement>> Editions(Province province, Guid report) =>
        [.. (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/editions")).EnumerateArray()];

    public static async Task<IEnumerable<(string?, int, int)>> Changes(Province province, Guid report, string question) =>
        (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/changes?{question}"))
            .GetProperty("changes")
            .EnumerateArray()
            .Select(change => (Text(change, "code"), Number(change.GetProperty("before")), Number(change.GetProperty("after"))));

    public static int Number(JsonElement value) => value.GetProperty("number").GetInt32();

    public static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();

    public static bool Has(JsonElement of, string member) =>
        of.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null;

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
