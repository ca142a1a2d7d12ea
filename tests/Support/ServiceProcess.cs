using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using DanVan.Cli;
using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>The built program of a service, running as a process of its own that a test can stop, kill, pause and start again.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Where callers would reach the gateway, as the services under test are told.</summary>
    public static Uri PublicAddress { get; } = new("https://danvan.test");

    readonly string program;
    readonly BackgroundProcess process;
    readonly ServiceSettings settings;
    readonly Func<ValueTask> cleanUp;

    ServiceProcess(string program, ServiceSettings settings, TestDatabase? database, TestBroker? broker, Func<ValueTask> cleanUp)
    {
        this.program = program;
        this.settings = settings;
        this.cleanUp = cleanUp;
        process = new($"{settings.Service}-{settings.Port}-{PlatformServers.UniqueSuffix()}", PlatformServers.StateFolder);
        DatabaseOrNone = database;
        BrokerOrNone = broker;
        Http = new() { BaseAddress = settings.Address };
    }

    public Uri Address => settings.Address;
    public TestDatabase Database => DatabaseOrNone ?? throw new InvalidOperationException($"{settings.Service} has no database.");
    public TestBroker Broker => BrokerOrNone ?? throw new InvalidOperationException($"{settings.Service} has no broker.");

    /// <summary>Without a token.</summary>
    public HttpClient Http { get; }

    public ProcessIdentity? Current => process.Current;
    public string LogFile => process.LogFile;

    /// <summary>Where it keeps files.</summary>
    public string BlobsFolder => settings.BlobsFolder ?? throw new InvalidOperationException($"{settings.Service} keeps no files.");

    TestDatabase? DatabaseOrNone { get; }
    TestBroker? BrokerOrNone { get; }

    /// <summary>One service alone, on a fresh database and a broker of its own.</summary>
    public static async Task<ServiceProcess> Start(string service, IReadOnlyDictionary<string, string>? more = null)
    {
        var broker = await TestBroker.Create();
        var directory = service == "directory" ? new TestDirectory() : null;
        return await Started(Prepare(service, broker, directory, more, broker.DisposeAsync));
    }

    /// <summary>A service that exists for the tests only: its program, under a name that <see cref="TestBroker.AddService"/> was told.</summary>
    public static Task<ServiceProcess> StartProgram(
        string name,
        string program,
        TestBroker broker,
        IReadOnlyDictionary<string, string>? more = null
    ) => Started(Prepare(name, broker, null, more, null, program));

    /// <summary>
    /// A service on a fresh database, on a broker that it shares with others, believing the directory's tokens if there is one. It is started and says nothing
    /// before its queues are there and the file is gone: all queues must exist before the first of several services publishes.
    /// </summary>
    internal static async Task<ServiceProcess> Prepare(
        string service,
        TestBroker broker,
        TestDirectory? directory,
        IReadOnlyDictionary<string, string>? more = null,
        Func<ValueTask>? cleanUp = null,
        string? program = null,
        string? heldBy = null
    )
    {
        var database = await TestDatabase.Create(service);
        var blobs = Path.Combine(PlatformServers.StateFolder, "blobs", database.Name);
        var own = service == "directory" ? directory : null;
        var settings = new ServiceSettings(service, own?.Port ?? FreePort.Next())
        {
            Database = database.ConnectionString,
            Broker = broker.Uri(service),
            BlobsFolder = blobs,
            PublicAddress = PublicAddress,
            Issuers = Issuers(directory),
            More = Together(own?.Settings, SealingKeys.Of(service, (await PlatformServers.Running()).Secrets), more),
        };
        var running = new ServiceProcess(
            program ?? Services.Program(service, PlatformServers.Configuration),
            settings,
            database,
            broker,
            CleanUp
        );
        running.Launch(["migrate", "--then-serve", heldBy ?? Path.Combine(blobs, "held by nothing")]);
        return running;

        async ValueTask CleanUp()
        {
            await database.DisposeAsync();
            if (System.IO.Directory.Exists(blobs))
                System.IO.Directory.Delete(blobs, recursive: true);
            if (cleanUp is not null)
                await cleanUp();
        }
    }

    /// <summary>The gateway before running services.</summary>
    internal static async Task<ServiceProcess> StartGateway(TestDirectory? directory, IReadOnlyDictionary<string, string> more)
    {
        var settings = new ServiceSettings(Services.Gateway, FreePort.Next()) { Issuers = Issuers(directory), More = more };
        var program = Services.Program(Services.Gateway, PlatformServers.Configuration);
        return await Started(new ServiceProcess(program, settings, null, null, () => ValueTask.CompletedTask));
    }

    /// <summary>A second process of the same service on the same database and broker.</summary>
    public async Task<ServiceProcess> Replica(IReadOnlyDictionary<string, string>? more = null)
    {
        var replica = new ServiceProcess(
            program,
            settings with
            {
                Port = FreePort.Next(),
                More = Together(settings.More, more),
            },
            DatabaseOrNone,
            BrokerOrNone,
            () => ValueTask.CompletedTask
        );
        return await Started(replica);
    }

    /// <summary>A client that calls as an API client of that unit.</summary>
    public HttpClient As(Guid unit, params string[] scopes) => WithToken(TestTokens.For(unit, scopes));

    public HttpClient WithToken(string token) =>
        new() { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    /// <summary>SIGKILL.</summary>
    public Task Kill() => process.Kill();

    /// <summary>SIGTERM, and waits for the end as an orchestrator would.</summary>
    public Task Stop() => process.Stop(TimeSpan.FromSeconds(30));

    /// <summary>SIGSTOP: the process keeps its connections and does nothing.</summary>
    public void Pause() => process.Current?.Pause();

    public void Resume() => process.Current?.Resume();

    /// <summary>Starts it (again), with other settings beside its own if given, and waits until it is ready.</summary>
    public async Task Restart(IReadOnlyDictionary<string, string>? more = null)
    {
        await Stop();
        Launch([], more);
        await WaitUntilReady();
    }

    void Launch(string[] verb, IReadOnlyDictionary<string, string>? more = null) =>
        process.Start(
            new("dotnet", [program, .. verb])
            {
                Environment = Together(settings.ToEnvironment(), more),
                WorkingFolder = Path.GetDirectoryName(program),
            }
        );

    /// <summary>Runs the program with a verb (<c>migrate</c>, <c>replay</c> …) beside the running process; its output.</summary>
    public Task<string> Run(params string[] verb) => Run(new Dictionary<string, string>(), verb);

    /// <summary>The same with other settings beside its own.</summary>
    public async Task<string> Run(IReadOnlyDictionary<string, string> more, params string[] verb)
    {
        var (code, output) = await Shell.Try("dotnet", [program, .. verb], Together(settings.ToEnvironment(), more));
        return code == 0
            ? output
            : throw new InvalidOperationException($"{settings.Service} {string.Join(' ', verb)} ended with {code}:\n{output}");
    }

    /// <summary>Begins what <see cref="Run(string[])"/> does, for a test that kills it on the way.</summary>
    public BackgroundProcess Begin(IReadOnlyDictionary<string, string> more, params string[] verb)
    {
        var begun = new BackgroundProcess($"{settings.Service}-{verb[0]}-{PlatformServers.UniqueSuffix()}", PlatformServers.StateFolder);
        begun.Start(new("dotnet", [program, .. verb]) { Environment = Together(settings.ToEnvironment(), more) });
        return begun;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.Stop(TimeSpan.FromSeconds(5));
        await cleanUp();
    }

    static Task<ServiceProcess> Started(ServiceProcess process)
    {
        process.Launch([]);
        return Started(Task.FromResult(process));
    }

    static async Task<ServiceProcess> Started(Task<ServiceProcess> prepared)
    {
        var process = await prepared;
        try
        {
            await process.WaitUntilReady();
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    internal Task WaitUntilReady() => WaitUntil("ready");

    /// <summary>Its schema and queues are up to date, and it says nothing yet.</summary>
    internal Task WaitUntilPrepared() => WaitUntil("prepared");

    async Task WaitUntil(string state)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50))
        {
            if (process.Current is null)
                throw process.Ended();
            try
            {
                using var answer = await Http.GetAsync($"health/{state}");
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }
        throw new Failure(
            $"{settings.Service} was not {state} after {Patience.TotalSeconds} s:\n{process.LogTail()}",
            $"The whole log: {process.LogFile}"
        );
    }

    static IReadOnlyList<TokenIssuer> Issuers(TestDirectory? directory) =>
        [
            TokenIssuer.FromFile(TestTokens.Issuer, TestTokens.JwksFile),
            .. directory is null ? Array.Empty<TokenIssuer>() : [directory.Tokens],
        ];

    static Dictionary<string, string> Together(params IReadOnlyDictionary<string, string>?[] settings)
    {
        var all = new Dictionary<string, string>();
        foreach (var (key, value) in settings.SelectMany(some => some ?? new Dictionary<string, string>()))
            all[key] = value;
        return all;
    }
}
