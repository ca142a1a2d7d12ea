using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Support;
using static DanVan.EndToEnd.Tests.ReorganisationBodies;

namespace DanVan.EndToEnd.Tests;

[CollectionDefinition(Reorganisation.Alone, DisableParallelization = true)]
public sealed class ReorganisationAlone;

/// <summary>The directory and the services that follow its reorganisations, with work of their own; the directory's clock can be moved.</summary>
public sealed class Reorganisation : IAsyncLifetime
{
    public const string Alone = "reorganisation";

    static readonly string[] Services = ["directory", "petitions", "reporting", "conferences", "awards"];
    static readonly Guid Root = new("00000000-0000-7000-8000-000000000001");
    static readonly DateOnly Today = TimeProvider.System.Today();

    static readonly string[] Scopes =
    [
        .. (string[])["directory.read", "directory.write", "directory.reorganise", "petitions.read", "petitions.write"],
        .. (string[])["reporting.read", "reporting.write", "conferences.read", "conferences.write", "awards.read", "awards.write"],
    ];

    static readonly Dictionary<string, string> Settings = new()
    {
        ["Reorganisations__ImpactLimit"] = "00:00:02",
        ["Reorganisations__Look"] = "00:00:00.5",
    };

    TestPlatform? platform;

    public ServiceProcess this[string service] => platform![service];

    public Guid Province { get; private set; }

    public async ValueTask InitializeAsync()
    {
        platform = await TestPlatform.Start(Services, Settings);
        Province = await Unit("PROVINCE", Root, "82");
    }

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
    }

    public Task<Guid> Commune(string code) => Unit("COMMUNE", Province, code);

    /// <summary>Open work of a commune in every service: what it holds itself, and the task that a conference of the centre gave it.</summary>
    public async Task<Work> WorkOf(Guid commune, Guid delegatesFrom)
    {
        var coming = Conference(commune, Today.AddDays(60), "PLANNED");
        coming["participants"] = new JsonArray(new JsonObject { ["roles"] = new JsonArray("DELEGATE"), ["unitId"] = delegatesFrom });
        var held = Conference(Root, new DateOnly(2026, 3, 26), "CLOSED");
        held["conclusions"] = new JsonArray(ConclusionWithTask(commune));
        return new(
            await Petition(commune),
            (await Entered("reporting", "reports", Report(commune))).Id(),
            (await Entered("conferences", "conferences", coming)).Id(),
            (await Entered("conferences", "conferences", held))["conclusions"]![0]!["taskIds"]![0]!.GetValue<string>(),
            (await Entered("awards", "awards/movements", Movement(commune))).Id(),
            (await Entered("awards", "awards/models", Model(commune))).Id()
        );
    }

    public async Task<string> Petition(Guid unit) => (await Entered("petitions", "petitions", Complaint(unit, Today))).Id();

    public async Task<string> Draft(params JsonNode[] items) =>
        (
            await Entered(
                "directory",
                "reorganisations",
                new()
                {
                    ["name"] = "Sắp xếp thử",
                    ["effectiveOn"] = Written(Today.AddDays(10)),
                    ["items"] = new JsonArray(items),
                }
            )
        ).Id();

    public Task Ask(string id) => Entered("directory", $"reorganisations/{id}/impact", null);

    public Task Sign(string id) =>
        Entered("directory", $"reorganisations/{id}/signature", new() { ["legalBasis"] = "NQ 7/TEST", ["signedOn"] = Written(Today) });

    /// <summary>The day of the reorganisation has come.</summary>
    public Task MoveTheClock() => this["directory"].Restart(new Dictionary<string, string>(Settings) { ["Clock__Offset"] = "10.00:00:00" });

    public async Task<string> State(string id) => (await Read("directory", $"reorganisations/{id}"))["state"]!.GetValue<string>();

    public async Task<string> Answer(string id, string service) => (await Of(id, "impact", service))["state"]!.GetValue<string>();

    public async Task<int> Answered(string id) =>
        (await Read("directory", $"reorganisations/{id}/impact"))["services"]!
            .AsArray()
            .Count(one => one!["state"]!.GetValue<string>() == "ANSWERED");

    /// <summary>What a service has counted, as "PETITIONS 2".</summary>
    public async Task<string> Counts(string id, string service) =>
        string.Join(", ", (await Of(id, "impact", service))["counts"]!.AsArray().Select(one => $"{one!["work"]} {one["count"]}"));

    /// <summary>What a service has moved and what waits for a person, as "PETITIONS 1/1".</summary>
    public async Task<string> Moves(string id, string service) =>
        string.Join(
            ", ",
            (await Of(id, "following", service))["moves"]!.AsArray().Select(one => $"{one!["work"]} {one["moved"]}/{one["undecided"]}")
        );

    public async Task<string> UnitOf(string petition) => (await Read("petitions", $"petitions/{petition}"))["unitId"]!.GetValue<string>();

    /// <summary>The kinds of a petition's events, in order.</summary>
    public async Task<string[]> History(string petition) =>
        [
            .. (await Read("petitions", $"petitions/{petition}/history"))
                .AsArray()
                .Select(step => step!["type"]!.GetValue<string>().Split('.', 4)[3]),
        ];

    public Task<JsonNode> Read(string service, string path, Guid? unit = null) =>
        Eventually.Found(
            $"{path} to be read",
            async () =>
            {
                using var client = Client(service, unit);
                using var answer = await client.GetAsync($"api/v1/{path}");
                return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>() : null;
            }
        );

    /// <summary>How many events each service has announced of everything that reorganisations touch.</summary>
    public async Task<string> Versions() =>
        string.Join(
            ", ",
            await Task.WhenAll(
                Services.Select(async service =>
                    $"{service} {await this[service].Database.Scalar<long>("select (select count(*) from chassis.journal) + (select count(*) from chassis.outbox)")}"
                )
            )
        );

    /// <summary>Events that no service has taken yet.</summary>
    public async Task<long> Waiting()
    {
        var waiting = 0L;
        foreach (var queue in (await platform!.Broker.Queues()).Where(queue => queue != "danvan.log"))
            waiting += await platform.Broker.Messages(queue) ?? 0;
        return waiting;
    }

    async Task<JsonNode> Of(string id, string what, string service) =>
        (await Read("directory", $"reorganisations/{id}/{what}"))["services"]!
            .AsArray()
            .Single(one => one!["service"]!.GetValue<string>() == service)!;

    async Task<Guid> Unit(string kind, Guid parent, string code) =>
        Guid.Parse(
            (
                await Entered(
                    "directory",
                    "units",
                    new()
                    {
                        ["name"] = $"Thử {code}",
                        ["fullName"] = $"Đơn vị Thử {code}",
                        ["kind"] = kind,
                        ["parentId"] = parent,
                        ["code"] = code,
                        ["from"] = "2020-01-01",
                        ["legalBasis"] = "Dữ liệu thử",
                    }
                )
            ).Id()
        );

    /// <summary>Sends until it is taken: a service may not have heard of the units yet.</summary>
    Task<JsonNode> Entered(string service, string path, JsonObject? body) =>
        Eventually.Found<JsonNode>(
            $"{path} to be entered",
            async () =>
            {
                using var client = Client(service);
                using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/{path}")
                {
                    Content = body is null ? null : JsonContent.Create(body),
                };
                request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
                request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
                using var answer = await client.SendAsync(request);
                return answer.IsSuccessStatusCode
                    ? (await answer.Content.ReadFromJsonAsync<JsonNode>())!
                    : throw new HttpRequestException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        );

    HttpClient Client(string service, Guid? unit = null) =>
        this[service].WithToken(TestTokens.Create(unit ?? Root, Scopes, new() { Lifetime = TimeSpan.FromDays(30) }));

    public sealed record Work(string Petition, string Report, string Conference, string Task, string Movement, string Model);
}

static class Answers
{
    public static string Id(this JsonNode answer) => answer["id"]!.GetValue<string>();
}
