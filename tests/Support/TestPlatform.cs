using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>Several services that hear each other's events: one broker, a database each; with the gateway before them when it is named too.</summary>
public sealed class TestPlatform : IAsyncDisposable
{
    readonly TestBroker broker;
    readonly Dictionary<string, ServiceProcess> running = [];

    readonly TestDirectory? directory;

    TestPlatform(TestBroker broker, TestDirectory? directory)
    {
        this.broker = broker;
        this.directory = directory;
    }

    public TestBroker Broker => broker;

    public ServiceProcess this[string service] => running[service];

    public ServiceProcess Gateway => running[Services.Gateway];

    /// <summary>The directory's first administrator client; only when the directory is among the services.</summary>
    public TestDirectory Directory => directory ?? throw new InvalidOperationException("The directory was not started.");

    public static Task<TestPlatform> Start(params string[] services) => Start(services, new Dictionary<string, string>());

    /// <summary>Starts the services, all of them with these settings beside their own.</summary>
    public static Task<TestPlatform> Start(IReadOnlyCollection<string> services, IReadOnlyDictionary<string, string> more) =>
        Start(services, more, Task.CompletedTask);

    /// <summary>The same while RabbitMQ may still be starting: <paramref name="brokerRuns"/> ends when it answers.</summary>
    public static async Task<TestPlatform> Start(
        IReadOnlyCollection<string> services,
        IReadOnlyDictionary<string, string> more,
        Task brokerRuns
    )
    {
        var hold = Path.Combine(PlatformServers.StateFolder, $"hold-{PlatformServers.UniqueSuffix()}");
        var platform = new TestPlatform(await TestBroker.Named(), services.Contains("directory") ? new TestDirectory() : null);
        try
        {
            await File.WriteAllTextAsync(hold, "");
            var starting = services
                .Where(service => service != Services.Gateway)
                .ToDictionary(
                    service => service,
                    service => ServiceProcess.Prepare(service, platform.broker, platform.directory, more, heldBy: hold)
                );
            foreach (var (service, process) in starting)
                platform.running[service] = await process;
            await brokerRuns;
            await platform.broker.Define();
            await Task.WhenAll(platform.running.Values.Select(process => process.WaitUntilPrepared()));
            File.Delete(hold);
            await Task.WhenAll(platform.running.Values.Select(process => process.WaitUntilReady()));
            if (services.Contains(Services.Gateway))
                platform.running[Services.Gateway] = await ServiceProcess.StartGateway(platform.directory, platform.Destinations(more));
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings a further service onto the platform: its queues did not exist before.</summary>
    public async Task<ServiceProcess> Add(string service, IReadOnlyDictionary<string, string>? more = null)
    {
        running[service] = await ServiceProcess.Prepare(service, broker, directory, more);
        await running[service].WaitUntilReady();
        return running[service];
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(running.Values.Select(process => process.DisposeAsync().AsTask()));
        await broker.DisposeAsync();
    }

    Dictionary<string, string> Destinations(IReadOnlyDictionary<string, string> more)
    {
        var settings = new Dictionary<string, string>(more);
        foreach (var (service, process) in running)
            settings[$"ReverseProxy__Clusters__{service}__Destinations__1__Address"] = process.Address.ToString();
        return settings;
    }
}
