using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;

namespace DanVan.Reporting.Tests;

/// <summary>A commune, its province and the centre, and what each does with a report.</summary>
sealed class Ladder(Province province) : IDisposable
{
    public Province Province => province;
    public HttpClient Commune { get; } = province.ClientOf(province.Commune);
    public HttpClient Clerk => province.Clerk;
    public HttpClient Centre { get; } = province.ClientOf(RootUnit.Id);

    /// <summary>A report that was sent, by the commune unless told.</summary>
    public async Task<Guid> Sent(string kind = "QUARTER", Guid? unit = null)
    {
        var report = await province.Open(unit ?? province.Commune, kind, 2026, 1, "TTCP_06_2025", "TTCP_TCD");
        await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    /// <summary>A step under the report's present version, or that one; its status, and the report or the problem.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Take(
        HttpClient who,
        Guid report,
        string what,
        object? body = null,
        int? version = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/{what}");
        request.Headers.IfMatch.ParseAdd($"\"{version ?? await VersionOf(report)}\"");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await who.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Approves, which is allowed; the report after it.</summary>
    public async Task<JsonElement> Approve(HttpClient who, Guid report)
    {
        var (status, body) = await Take(who, report, "approval");
        Assert.True(status is HttpStatusCode.OK, body.GetRawText());
        return body;
    }

    /// <summary>The code of a refusal.</summary>
    public async Task<string?> Refused(HttpClient who, Guid report, string what, object? body = null)
    {
        var (status, problem) = await Take(who, report, what, body);
        Assert.True(status is HttpStatusCode.Conflict, problem.GetRawText());
        return Text(problem, "code");
    }

    public static Task<JsonElement> Read(HttpClient who, Guid report) => who.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}");

    public async Task<int> VersionOf(Guid report) => (await Read(Clerk, report)).GetProperty("version").GetInt32();

    public async Task<List<JsonElement>> History(Guid report) =>
        [.. (await Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/approvals")).EnumerateArray()];

    /// <summary>Its state, whom it awaits and who has approved.</summary>
    public static (string?, string?, string) Standing(JsonElement report) =>
        (
            Text(report, "state"),
            Text(report, "awaits"),
            string.Join(' ', report.GetProperty("approvals").EnumerateArray().Select(approval => Text(approval, "level")))
        );

    public static string? Text(JsonElement of, string member) => of.TryGetProperty(member, out var value) ? value.GetString() : null;

    public void Dispose()
    {
        Commune.Dispose();
        Centre.Dispose();
    }
}
