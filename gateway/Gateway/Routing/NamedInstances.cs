using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace DanVan.Gateway.Routing;

/// <summary>
/// Where one name stands for all instances of a service, makes each address behind it a destination with a health of its own, and asks again every few
/// seconds. A name behind which nothing is (all instances stopped) stays a destination by its name, and one that cannot be asked for keeps its last
/// addresses: the other services go on being found, and the gateway starts, whoever is away.
/// </summary>
/// <remarks>
/// YARP's own resolver fails as a whole with one name: the gateway would not start while one service is stopped, and later all names would wait five
/// minutes for the next look.
/// </remarks>
/// <param name="refresh">How long an answer holds.</param>
/// <param name="lookup">The addresses of a name; the system's resolver outside of tests.</param>
sealed class NamedInstances(TimeSpan refresh, Func<string, CancellationToken, Task<IPAddress[]>> lookup) : IDestinationResolver
{
    /// <summary>A name server that does not answer must hold up neither the start nor a change.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<string, IPAddress[]> known = new();

    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations,
        CancellationToken cancellationToken
    )
    {
        var found = await Task.WhenAll(destinations.Select(one => Instances(one.Key, one.Value, cancellationToken)));
        return new(
            found.SelectMany(instances => instances).ToDictionary(),
            new CancellationChangeToken(new CancellationTokenSource(refresh).Token)
        );
    }

    async Task<IEnumerable<KeyValuePair<string, DestinationConfig>>> Instances(
        string name,
        DestinationConfig destination,
        CancellationToken ct
    )
    {
        var address = new Uri(destination.Address);
        if (await Addresses(address.DnsSafeHost, ct) is not { Length: > 0 } behind)
            return [KeyValuePair.Create(name, destination)];
        return behind.Select(ip =>
            KeyValuePair.Create(
                $"{name}[{ip}]",
                destination with
                {
                    Address = new UriBuilder(address) { Host = ip.ToString() }.Uri.ToString(),
                    Host = destination.Host ?? address.Authority,
                }
            )
        );
    }

    async Task<IPAddress[]> Addresses(string host, CancellationToken ct)
    {
        try
        {
            return known[host] = await lookup(host, ct).WaitAsync(Patience, ct);
        }
        catch (SocketException nobody) when (nobody.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            // An address once had may be another service's by now.
            return known[host] = [];
        }
        catch (Exception failure) when (failure is SocketException or TimeoutException)
        {
            return known.GetValueOrDefault(host, []);
        }
    }
}
