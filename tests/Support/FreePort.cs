using System.Security.Cryptography;
using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>A port that nothing listens on.</summary>
public static class FreePort
{
    /// <summary>Below the range from which the system takes ports for outgoing connections: nothing grabs it before the service does.</summary>
    public static int Next()
    {
        while (true)
            if (RandomNumberGenerator.GetInt32(20_000, 32_000) is var port && Ports.IsFree(port))
                return port;
    }
}
