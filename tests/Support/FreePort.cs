using System.Security.Cryptography;
using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>A port that nothing listens on.</summary>
public static class FreePort
{
    /// <summary>Below the range from which the system takes ports for outgoing connections: nothing grabs it before the service does.</summary>
    const int First = 20_000;
    const int Count = 12_000;

    static int given = RandomNumberGenerator.GetInt32(Count);

    /// <summary>Never one that was given before: the service that got it may not listen yet, or be down for a moment.</summary>
    public static int Next()
    {
        while (true)
            if (First + Interlocked.Increment(ref given) % Count is var port && Ports.IsFree(port))
                return port;
    }
}
