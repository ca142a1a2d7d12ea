using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

[CollectionDefinition(WholePlatform.Shared)]
public sealed class SharedPlatform : ICollectionFixture<WholePlatform>;

/// <summary>All seven processes, entered by the gateway only, with one province that petitions can be sent to.</summary>
public sealed class WholePlatform() : PlatformFixture([.. Services.WithGateway])
{
    public const string Shared = "whole platform";

    /// <summary>The unit that every directory begins with.</summary>
    static readonly Guid Root = new("00000000-0000-7000-8000-000000000001");

    static readonly string[] Scopes =
    [
        .. (string[])["directory.read", "directory.write", "petitions.read", "petitions.write", "petitions.decide"],
        .. (string[])["reporting.read", "reporting.write", "conferences.read", "awards.read", "events.read"],
    ];

    readonly Guid province = Guid.CreateVersion7();
    readonly Dictionary<int, string> reports = [];

    /// <summary>Acts for the centre, which sees everything.</summary>
    public HttpClient Caller { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Caller = Platform.Gateway.As(Root, Scopes);
        await Eventually.True("the gateway to reach the directory", async () => await Try("api/v1/units") == HttpStatusCode.OK);
        var unit = new JsonObject
        {
            ["id"] = province,
            ["name"] = "Nghệ An",
            ["fullName"] = "Tỉnh Nghệ An",
            ["kind"] = "PROVINCE",
            ["parentId"] = Root,
            ["from"] = "2020-01-01",
            ["legalBasis"] = "Dữ liệu thử",
        };
        using var created = await Post("api/v1/units", unit);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync());
    }

    public override async ValueTask DisposeAsync()
    {
        Caller?.Dispose();
        await base.DisposeAsync();
    }

    public async Task<HttpStatusCode> Try(string path)
    {
        using var answer = await Caller.GetAsync(path);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> Post(string path, JsonNode body, string? traceParent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        if (traceParent is not null)
            request.Headers.Add("traceparent", traceParent);
        return await Caller.SendAsync(request);
    }

    /// <summary>Enters a petition; waits until the service has heard of the province.</summary>
    public Task<string> ReceivePetition(string? traceParent = null, string kind = "KHIEU_NAI") =>
        Eventually.Found(
            "a petition to be received",
            async () =>
            {
                using var answer = await Post("api/v1/petitions", Petition(kind), traceParent);
                if (answer.StatusCode == HttpStatusCode.Created)
                    return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
                throw new HttpRequestException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        );

    /// <summary>Opens the province's report of that year, once for all tests; its id.</summary>
    public async Task<string> OpenYearReport(int year)
    {
        if (reports.TryGetValue(year, out var open))
            return open;
        var period = new JsonObject
        {
            ["regime"] = "STATE_ND09",
            ["kind"] = "YEAR",
            ["year"] = year,
        };
        var body = new JsonObject
        {
            ["form"] = "DANVAN",
            ["unitId"] = province,
            ["period"] = period,
        };
        using var opened = await Post("api/v1/reports", body);
        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync());
        return reports[year] = (await opened.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
    }

    /// <summary>The event of that petition, once the feed has it.</summary>
    public Task<JsonNode> EventOf(string petition) =>
        Eventually.Found(
            $"the event of petition {petition} in the feed",
            async () =>
            {
                var page = await Caller.GetFromJsonAsync<JsonNode>("api/v1/events?limit=1000");
                return page!["events"]!.AsArray().FirstOrDefault(one => one!["subject"]!.GetValue<string>() == $"petition/{petition}");
            }
        );

    public JsonObject Petition(string kind) =>
        new()
        {
            ["unitId"] = province,
            ["kind"] = kind,
            ["channel"] = "BUU_CHINH",
            ["field"] = "HANH_CHINH",
            ["receivedOn"] = "2026-08-03",
            ["summary"] = "Đề nghị xem xét việc thu hồi đất làm đường liên xã",
        };
}
