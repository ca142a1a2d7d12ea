using System.Diagnostics;
using System.Net;
using DanVan.Cli.Local;

namespace DanVan.Cli.Platform;

/// <summary>The seven processes of a local run, on the private servers.</summary>
sealed class LocalPlatform
{
    public const string AdministratorId = "danvan-administrator";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly string stateFolder;

    LocalPlatform(string stateFolder, int portBase)
    {
        this.stateFolder = stateFolder;
        Servers = new(stateFolder, portBase);
    }

    public LocalServers Servers { get; }
    public Ports Ports => Servers.Ports;
    public string AdministratorSecret => Servers.Secrets["clients/administrator"];
    public Uri GatewayAddress => Settings(Services.Gateway).Address;

    /// <summary>The gateway that <c>seed</c> and <c>token</c> speak to: this run's, or the one that DANVAN_GATEWAY names (a platform in containers, say).</summary>
    public Uri Door => Environment.GetEnvironmentVariable("DANVAN_GATEWAY") is { Length: > 0 } other ? new Uri(other) : GatewayAddress;

    /// <summary>The administrator's secret there: DANVAN_CLIENT_SECRET, or this run's.</summary>
    public string ClientSecret =>
        Environment.GetEnvironmentVariable("DANVAN_CLIENT_SECRET") is { Length: > 0 } other ? other : AdministratorSecret;

    /// <summary>The local run of this clone, on the ports of DANVAN_PORTS, else on those of its last start, else on the usual ones.</summary>
    public static LocalPlatform Here()
    {
        var remembered = Path.Combine(Repository.StateFolder, "ports");
        var ports =
            Ports.FromEnvironment()
            ?? (File.Exists(remembered) && int.TryParse(File.ReadAllText(remembered), out var last) ? last : Ports.Usual);
        return new(Repository.StateFolder, ports);
    }

    public void RememberPorts() => File.WriteAllText(Path.Combine(stateFolder, "ports"), $"{Ports.Base}");

    public BackgroundProcess Process(string service) => new(service, stateFolder);

    public Task EnsureDatabase(string service, CancellationToken ct) =>
        Servers.Postgres.EnsureDatabase($"danvan_{service}", $"danvan_{service}", ct);

    public ServiceSettings Settings(string service)
    {
        var gateway = new Uri($"http://127.0.0.1:{Ports.Of(Services.Gateway)}");
        var directory = new Uri($"http://127.0.0.1:{Ports.Of("directory")}");
        var settings = new ServiceSettings(service, Ports.Of(service))
        {
            // Tokens come from the directory and say so by the address under which callers know it: the gateway's.
            Issuers = [TokenIssuer.Discovered(gateway.ToString().TrimEnd('/'), directory)],
            More = More(service, gateway),
        };
        return service == Services.Gateway
            ? settings
            : settings with
            {
                Database = Servers.Postgres.ConnectionString($"danvan_{service}", $"danvan_{service}"),
                Broker = Servers.Rabbit.Uri(service),
                BlobsFolder = Path.Combine(stateFolder, "blobs", service),
                PublicAddress = gateway,
            };
    }

    /// <summary>Runs the program of a service with a verb to its end; its output.</summary>
    public Task<string> Run(string service, IEnumerable<string> verb, CancellationToken ct) =>
        Shell.Run("dotnet", [Program(service), .. verb], Settings(service).ToEnvironment(), ct: ct);

    public Task<(int Code, string Output)> Try(string service, IEnumerable<string> verb, CancellationToken ct) =>
        Shell.Try("dotnet", [Program(service), .. verb], Settings(service).ToEnvironment(), ct: ct);

    /// <summary>Whether the process runs, and on the program as it is built now.</summary>
    public bool IsUpToDate(string service) => Process(service).Current is { } running && running.StartedAt > BuiltAt(service);

    /// <summary>While it stands, the services that were started since publish and take nothing.</summary>
    string HoldFile => Path.Combine(stateFolder, "hold");

    /// <summary>
    /// Starts a service, which brings its schema and queues up to date; it waits for a broker that still starts, and then until <see cref="Release"/>: all queues
    /// exist before the first event is published.
    /// </summary>
    public Task StartHeld(string service, CancellationToken ct)
    {
        File.WriteAllText(HoldFile, "");
        return Start(service, ["migrate", "--then-serve", HoldFile], ct);
    }

    /// <summary>Waits until schema and queues of a service are up to date.</summary>
    public Task WaitUntilPrepared(string service, CancellationToken ct) =>
        WaitUntil(
            "prepared",
            service,
            () =>
                new(
                    $"{service} cannot bring its schema and queues up to date:\n{Process(service).LogTail()}",
                    "Correct what it says. If the local data is of another build that was never released: ./danvan down --purge, then ./danvan up."
                ),
            ct
        );

    /// <summary>Lets those that were started held speak.</summary>
    public void Release() => File.Delete(HoldFile);

    /// <summary>Starts the process unless it runs already on the program as it is built now.</summary>
    public Task Start(string service, CancellationToken ct) => Start(service, [], ct);

    async Task Start(string service, string[] verb, CancellationToken ct)
    {
        if (IsUpToDate(service))
            return;
        var process = Process(service);
        await process.Stop(TimeSpan.FromSeconds(30));
        await Ports.MustBeFree(Ports.Of(service), $"the {service} process", ct);
        var program = Program(service);
        process.Start(
            new("dotnet", [program, .. verb])
            {
                Environment = Settings(service).ToEnvironment(),
                WorkingFolder = Path.GetDirectoryName(program),
            }
        );
    }

    public Task WaitUntilReady(string service, CancellationToken ct) => WaitUntil("ready", service, Process(service).Ended, ct);

    /// <param name="ended">What is told when the process ends instead.</param>
    async Task WaitUntil(string state, string service, Func<Failure> ended, CancellationToken ct)
    {
        var process = Process(service);
        var last = "nothing listened on its port";
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(100, ct))
        {
            if (process.Current is null)
                throw ended();
            if (await Health.Of(Settings(service).Address, ct, state) is not { } health)
                continue;
            if (health.Ready)
                return;
            last = health.Text;
        }
        throw new Failure($"{service} was not {state} after {Patience.TotalSeconds} s: {last}", $"Its log: ./danvan logs {service}");
    }

    /// <summary>First what takes requests, then what serves them, then the servers: nothing fails while it goes down.</summary>
    public async Task Stop(Steps steps)
    {
        await steps.Run("gateway stopped", () => Process(Services.Gateway).Stop(TimeSpan.FromSeconds(30)));
        await steps.Run(
            "services stopped",
            () => Task.WhenAll(Services.All.Select(service => Process(service).Stop(TimeSpan.FromSeconds(30))))
        );
        await steps.Run("PostgreSQL and RabbitMQ stopped", Servers.Stop);
    }

    /// <summary>Removes every trace of the stopped run but the servers of the tests.</summary>
    public async Task Purge()
    {
        await Servers.Purge();
        foreach (
            var entry in new DirectoryInfo(stateFolder)
                .EnumerateFileSystemInfos()
                .Where(entry => entry.Name is not ("test" or "builds" or "build.lock"))
        )
            if (entry is DirectoryInfo folder)
                folder.Delete(recursive: true);
            else
                entry.Delete();
    }

    static string Program(string service) =>
        Services.Program(service, Builds.Configuration) is var program && File.Exists(program)
            ? program
            : throw new Failure($"{service} is not built.", "Run ./danvan up without --no-build.");

    /// <summary>When the program or a library of ours beside it was built last.</summary>
    static DateTime BuiltAt(string service) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(Program(service))!, "*.dll").Max(File.GetLastWriteTimeUtc);

    Dictionary<string, string> More(string service, Uri gateway)
    {
        var more = new Dictionary<string, string>(SealingKeys.Of(service, Servers.Secrets));
        if (service == "directory")
        {
            more["Tokens__Issuer"] = gateway.ToString().TrimEnd('/');
            more["Bootstrap__ClientId"] = AdministratorId;
            more["Bootstrap__ClientSecret"] = AdministratorSecret;
            // Programs on this machine may send staff to sign in, on whatever port they listen.
            more["SignIn__Apps__0__ClientId"] = "danvan-local";
            more["SignIn__Apps__0__RedirectUris__0"] = "http://127.0.0.1/signed-in";
        }
        if (service == Services.Gateway)
            foreach (var target in Services.All)
                more[$"ReverseProxy__Clusters__{target}__Destinations__1__Address"] = $"http://127.0.0.1:{Ports.Of(target)}/";
        return more;
    }
}
