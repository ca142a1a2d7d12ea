using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests.Surface;

[CollectionDefinition(Surface.Shared)]
public sealed class SharedSurface : ICollectionFixture<Surface>;

/// <summary>The whole platform behind its gateway, with the document that it serves and two provinces that have nothing to do with each other.</summary>
public sealed class Surface : IAsyncLifetime
{
    public const string Shared = "surface";

    /// <summary>Requests under way at once.</summary>
    const int AtOnce = 4;

    readonly ScoringSchemes schemes = new();

    // Thousands of requests a minute are the point here.
    static readonly Dictionary<string, string> Settings = new()
    {
        ["Quotas__Classes__standard__Requests"] = "10000000",
        ["Quotas__Classes__anonymous__Requests"] = "10000000",
        // Whatever is announced while requests are refused would be theirs.
        ["Reminders__LookEvery"] = "1.00:00:00",
    };

    TestPlatform? platform;

    public TestPlatform Platform => platform ?? throw new InvalidOperationException("The fixture has not been initialised by xunit.");

    /// <summary>The document once every service has its part in it.</summary>
    public ApiDocument Document { get; private set; } = null!;

    /// <summary>The centre: the examples speak of it.</summary>
    public Place Centre { get; private set; } = null!;
    public Place Province { get; private set; } = null!;
    public Place Neighbour { get; private set; } = null!;

    /// <summary>What was wrong with the examples, which were the first that was sent.</summary>
    public IReadOnlyList<string> WrongExamples { get; private set; } = [];

    /// <summary>Without a token.</summary>
    public HttpClient Nobody => Platform.Gateway.Http;

    public async ValueTask InitializeAsync()
    {
        platform = await TestPlatform.Start(
            [.. Services.WithGateway],
            new Dictionary<string, string>(Settings) { ["Scoring__SchemesFile"] = schemes.File }
        );
        Document = await Eventually.Found("the document to have every service", ReadDocument);
        using var root = As(Place.Root, Document.Operations.SelectMany(x => x.Scopes));
        Province = await Found(root, "Nghệ An");
        Neighbour = await Found(root, "Cà Mau");
        Centre = Province with
        {
            Unit = Place.Root,
            Below = Province.Unit,
            Clerk = As(Place.Root, Document.Operations.SelectMany(x => x.Scopes)),
        };
        await Task.WhenAll(Services.All.Where(x => x != "directory").Select(Knows));
        WrongExamples = await new Examples(Document, Centre, Platform).Send();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var place in new[] { Centre, Province, Neighbour })
            place?.Clerk.Dispose();
        if (platform is not null)
            await platform.DisposeAsync();
        schemes.Dispose();
    }

    public HttpClient As(Guid unit, IEnumerable<string> scopes) =>
        Platform.Gateway.WithToken(TestTokens.Create(unit, scopes.Distinct(), new() { Subject = $"clerk-of-{unit}" }));

    /// <summary>Whose an operation's subject is: the province's where it can be.</summary>
    public Place Owner(ApiOperation operation) => Plan.OfTheCentre.Contains(operation.Id) ? Centre : Province;

    /// <summary>Runs what is to be looked at, several at once; what it found wrong, in the order given.</summary>
    public static async Task<IReadOnlyList<string>> Each<T>(IEnumerable<T> all, Func<T, Task<string?>> look)
    {
        var list = all.ToList();
        Assert.NotEmpty(list);
        var found = new string?[list.Count];
        await Parallel.ForEachAsync(
            list.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (one, _) => found[one.Index] = await Say(one.Item)
        );
        return [.. found.OfType<string>()];

        async Task<string?> Say(T item)
        {
            try
            {
                return await look(item);
            }
            catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
            {
                return $"{item}: {e.Message}";
            }
        }
    }

    /// <summary>Fails with what was found wrong.</summary>
    public static void None(IReadOnlyCollection<string> wrong) =>
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong, of which the first:\n{string.Join('\n', wrong.Take(40))}");

    /// <summary>How many changes each service has announced, waiting or published: whatever changes is announced.</summary>
    public async Task<string> Changes()
    {
        var heads = Services.All.Select(async service =>
            $"{service} {await Platform[service].Database.Scalar<long>("select (select count(*) from chassis.outbox) + (select count(*) from chassis.journal)")}"
        );
        return string.Join(", ", await Task.WhenAll(heads));
    }

    async Task<ApiDocument?> ReadDocument()
    {
        using var answer = await Nobody.GetAsync("openapi.json");
        if (answer.StatusCode != HttpStatusCode.OK)
            return null;
        var document = new ApiDocument((await answer.Content.ReadFromJsonAsync<JsonObject>())!);
        foreach (var service in Services.All)
        {
            var part = await Platform[service].Http.GetFromJsonAsync<JsonObject>("openapi.json");
            if (!part!["paths"]!.AsObject().Any(path => document.All.Any(x => x.Path == path.Key)))
                return null;
        }
        return document;
    }

    async Task<Place> Found(HttpClient root, string name)
    {
        var province = await Create(root, name, "PROVINCE", Place.Root);
        var board = await Create(root, $"Ban Dân vận {name}", "MASS_MOBILIZATION_BOARD", province);
        return new(province, board, As(province, Document.Operations.SelectMany(x => x.Scopes)));
    }

    static async Task<Guid> Create(HttpClient root, string name, string kind, Guid parent)
    {
        var id = Guid.CreateVersion7();
        var unit = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["fullName"] = name,
            ["kind"] = kind,
            ["parentId"] = parent,
            ["from"] = "2020-01-01",
            ["legalBasis"] = "Dữ liệu thử",
        };
        await Eventually.True(
            "the directory to take a unit",
            async () =>
            {
                using var answer = await root.PostAsJsonAsync("api/v1/units", unit);
                return answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict;
            }
        );
        return id;
    }

    Task Knows(string service) =>
        Eventually.True(
            $"{service} to know the units",
            async () =>
                await Platform[service].Database.Scalar<long>("select count(*) from directory.units where id = $1", Neighbour.Board) == 1
        );
}

/// <summary>A unit with a board below it, and a clerk of the unit who may do everything there.</summary>
public sealed record Place(Guid Unit, Guid Board, HttpClient Clerk)
{
    /// <summary>The unit that every directory begins with.</summary>
    public static readonly Guid Root = new("00000000-0000-7000-8000-000000000001");

    /// <summary>The unit of the examples that has ended; no platform has it.</summary>
    public static readonly Guid NoMore = new("019cfa1c-5000-7000-8000-000000000013");

    /// <summary>A unit directly below the unit.</summary>
    public Guid Below { get; init; } = Board;

    /// <summary>A unit of the place that has ended.</summary>
    public Guid Ended { get; init; } = NoMore;
}
