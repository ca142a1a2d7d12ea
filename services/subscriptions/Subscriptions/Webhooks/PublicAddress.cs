using System.Net;
using System.Net.Sockets;

namespace DanVan.Subscriptions.Webhooks;

/// <summary>Which addresses are of the public internet (IANA special-purpose registries, RFC 6890).</summary>
static class PublicAddress
{
    static readonly IPNetwork[] Reserved4 =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
        }.Select(x => IPNetwork.Parse(x)),
    ];

    // Of IPv6 only 2000::/3 is given out; inside it, what carries an IPv4 address along could lead back home.
    static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    static readonly IPNetwork[] Reserved6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(x => IPNetwork.Parse(x)),
    ];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Reserved4, x => x.Contains(address))
            : Global6.Contains(address) && !Array.Exists(Reserved6, x => x.Contains(address));
    }
}
