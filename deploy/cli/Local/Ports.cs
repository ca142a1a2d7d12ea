using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DanVan.Cli.Local;

/// <summary>The ports of one local run, all counted from one base so that several runs can stand side by side.</summary>
public sealed record Ports(int Base)
{
    public const int Usual = 18000;

    /// <summary>From <c>DANVAN_PORTS</c>; null when it is not set.</summary>
    public static int? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("DANVAN_PORTS") is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 1024 and <= 64000
            ? number
            : throw new Failure(
                $"DANVAN_PORTS={text} is not a port.",
                "Give the first of some 20 free ports between 1024 and 64000, for example DANVAN_PORTS=19000."
            );
    }

    /// <summary>The port of a service; the gateway has the first.</summary>
    public int Of(string service) => service == Services.Gateway ? Base : Base + 1 + Services.All.ToList().IndexOf(Services.Known(service));

    /// <summary>Where test servers can stand: 500 ports above the local run, or further where others stand there; the first place when all are taken.</summary>
    public Ports ForTests()
    {
        var places = Enumerable.Range(0, 20).Select(step => new Ports(Base + 500 + 20 * step)).ToList();
        return places.Find(place => place.OfServers.All(IsFree)) ?? places[0];
    }

    public int Postgres => Base + 10;
    public int Amqp => Base + 11;
    public int RabbitManagement => Base + 12;
    public int RabbitDistribution => Base + 13;
    public int Epmd => Base + 14;

    IEnumerable<int> OfServers => [Postgres, Amqp, RabbitManagement, RabbitDistribution, Epmd];

    /// <summary>Says no, and by whom, when the port is taken. Looks again for a moment: what was just killed may still be letting go.</summary>
    public static async Task MustBeFree(int port, string purpose, CancellationToken ct = default)
    {
        for (var attempt = 0; !IsFree(port); attempt++)
        {
            if (attempt == 20)
                throw new Failure(
                    $"Port {port}, wanted for {purpose}, is taken{await Holder(port)}.",
                    "Stop that program, or move the platform to other ports: DANVAN_PORTS=19000 ./danvan up"
                );
            await Task.Delay(100, ct);
        }
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Whether something accepts connections there.</summary>
    public static async Task<bool> Answers(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static async Task<string> Holder(int port)
    {
        if (!File.Exists("/usr/bin/ss"))
            return "";
        var (_, output) = await Shell.Try("/usr/bin/ss", ["-Hltnp", "sport", "=", $":{port}"]);
        // … users:(("postgres",pid=4321,fd=6))
        var users = output.IndexOf("users:((", StringComparison.Ordinal);
        return users < 0 ? "" : $" by {output[(users + 8)..].Split(",fd=")[0].Replace("\"", "", StringComparison.Ordinal)}";
    }
}
