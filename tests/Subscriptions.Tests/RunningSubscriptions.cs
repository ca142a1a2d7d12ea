using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Subscriptions.Tests;
using DanVan.Support;

[assembly: AssemblyFixture(typeof(RunningSubscriptions))]

namespace DanVan.Subscriptions.Tests;

/// <summary>The service as it runs, with retries short enough to watch, and a small country: a province and two communes below the root.</summary>
public sealed class RunningSubscriptions : IAsyncLifetime
{
    static readonly Dictionary<string, string> Settings = new()
    {
        ["Webhooks__AllowedHosts"] = "127.0.0.1",
        ["Webhooks__Retries__0"] = "00:00:00.2",
        ["Webhooks__Retries__1"] = "00:00:00.2",
    };

    TestPlatform? platform;

    public Guid Province { get; } = Guid.CreateVersion7();
    public Guid CommuneA { get; } = Guid.CreateVersion7();
    public Guid CommuneB { get; } = Guid.CreateVersion7();

    public ServiceProcess Service => platform!["subscriptions"];
    public TestBroker Broker => platform!.Broker;

    /// <summary>Sees everything.</summary>
    public HttpClient Root => Service.As(RootUnit.Id, "events.read", "subscriptions.manage");

    public async ValueTask InitializeAsync()
    {
        platform = await TestPlatform.Start(["subscriptions"], Settings);
        object Unit(Guid id, Guid? parent) =>
            new
            {
                id,
                version = 1,
                predecessors = Array.Empty<Guid>(),
                versions = new[]
                {
                    new
                    {
                        from = "2025-07-01",
                        name = "x",
                        fullName = "x",
                        kind = "XA",
                        level = "COMMUNE",
                        parentId = parent,
                    },
                },
            };
        var units = new[] { Unit(RootUnit.Id, null), Unit(Province, RootUnit.Id), Unit(CommuneA, Province), Unit(CommuneB, Province) };
        await Service.Database.Execute("select directory.record_units($1::jsonb)", JsonSerializer.Serialize(units));
    }

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
    }

    /// <summary>Everything from a cursor to the end of the feed.</summary>
    public static async Task<(List<JsonElement> Events, string Next)> ReadAll(
        HttpClient client,
        string? after = null,
        int limit = 1000,
        string more = ""
    )
    {
        var events = new List<JsonElement>();
        while (true)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(
                $"api/v1/events?limit={limit}{(after is null ? "" : $"&after={after}")}{more}"
            );
            events.AddRange(page.GetProperty("events").EnumerateArray());
            after = page.GetProperty("next").GetString()!;
            if (!page.GetProperty("more").GetBoolean())
                return (events, after);
        }
    }

    public static Guid IdOf(JsonElement cloudEvent) => cloudEvent.GetProperty("id").GetGuid();

    /// <summary>The cursor of this moment.</summary>
    public async Task<string> Now() => (await ReadAll(Root, "latest")).Next;
}
