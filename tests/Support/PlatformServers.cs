using System.Security.Cryptography;
using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>
/// The real PostgreSQL and RabbitMQ that all tests of a run share. <c>danvan test</c> starts and stops them; a test project that is run alone starts
/// them when they are absent and leaves them for the next run.
/// </summary>
public static class PlatformServers
{
    static readonly Lazy<Task<LocalServers>> Servers = new(Start);

    /// <summary>Data, logs and keys of the test servers.</summary>
    public static string StateFolder => LocalServers.TestFolder;

    /// <summary>Debug or Release: services are taken from the same build as the tests.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)[^2];

    /// <summary>The servers, running.</summary>
    public static Task<LocalServers> Running() => Servers.Value;

    /// <summary>A name that nothing else in this or another run has.</summary>
    public static string UniqueSuffix() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));

    static async Task<LocalServers> Start()
    {
        var servers = LocalServers.ForTests();
        await servers.Start();
        return servers;
    }
}
