using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace DanVan.Chassis.Http;

/// <summary>Where a request came from: the address that the gateway saw when a gateway passed it on, else the other end of the connection.</summary>
/// <param name="gateways">Networks in which the gateways stand, whose word on a caller's address is taken.</param>
public sealed class CallerAddress(IEnumerable<string> gateways)
{
    /// <summary>This machine and the private networks: where gateways stand unless a service is told otherwise.</summary>
    public static readonly IReadOnlyList<string> PrivateNetworks =
    [
        "127.0.0.0/8",
        "::1/128",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "fc00::/7",
    ];

    readonly IPNetwork[] networks = [.. gateways.Select(network => IPNetwork.Parse(network))];

    /// <summary>The address, for counting: of an IPv6 network the /64.</summary>
    public IPAddress Of(HttpContext context)
    {
        var peer = Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        // The gateway writes the header itself and passes nothing of the caller's on; from anybody else it is somebody's word.
        return
            Array.Exists(networks, network => network.Contains(peer))
            && context.Request.Headers["X-Forwarded-For"] is [.., { } told]
            && IPAddress.TryParse(told.AsSpan(told.LastIndexOf(',') + 1).Trim(), out var seen)
            ? Host(Plain(seen))
            : Host(peer);
    }

    static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    // One subscriber of an IPv6 network holds a whole /64, so it counts as one address.
    static IPAddress Host(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
