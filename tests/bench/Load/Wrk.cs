using System.Globalization;
using System.Text.RegularExpressions;
using DanVan.Bench.Peers;
using DanVan.Cli.Local;

namespace DanVan.Bench.Load;

/// <summary>Requests as fast as they are answered, by wrk.</summary>
public static partial class Wrk
{
    /// <param name="address">What is asked.</param>
    /// <param name="connections">Kept open at once.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="token">Bearer token.</param>
    /// <param name="script">A Lua script that makes the requests, or null for plain GETs.</param>
    /// <exception cref="InvalidOperationException">Not every answer was a success: no figure comes of that.</exception>
    public static async Task<double> Rate(Uri address, int connections, int seconds, string token, string? script = null)
    {
        var wrk = await Tools.Find("wrk", "wrk");
        string[] scripted = script is null ? [] : ["-s", script];
        var output = await Shell.Run(
            wrk,
            [
                "-t1",
                $"-c{connections}",
                $"-d{seconds}s",
                "--timeout",
                "10s",
                "-H",
                $"Authorization: Bearer {token}",
                .. scripted,
                address.ToString(),
            ]
        );
        if (Failed().IsMatch(output))
            throw new InvalidOperationException($"Not every answer from {address} was a success:\n{output}");
        return double.Parse(Requests().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Non-2xx|Socket errors")]
    private static partial Regex Failed();
}
