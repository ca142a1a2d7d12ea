using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Tokens;

/// <summary>Where a request came from: the address that the gateway saw when a gateway passed it on, else the other end of the connection.</summary>
internal sealed class CallerAddress(IOptions<TokenOptions> options)
{
    private readonly IPNetwork[] gateways = [.. options.Value.KnownGateways.Select(network => IPNetwork.Parse(network))];

    public IPAddress Of(HttpContext context)
    {
        var peer = Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        // The gateway writes the header itself and passes nothing of the caller's on; from anybody else it is somebody's word.
        return
            Array.Exists(gateways, network => network.Contains(peer))
            && context.Request.Headers["X-Forwarded-For"] is [.., { } told]
            && IPAddress.TryParse(told.AsSpan(told.LastIndexOf(',') + 1).Trim(), out var seen)
            ? Host(Plain(seen))
            : Host(peer);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    // One subscriber of an IPv6 network holds a whole /64, so it counts as one address.
    private static IPAddress Host(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
