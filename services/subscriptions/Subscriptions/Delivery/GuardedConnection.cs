using System.Net;
using System.Net.Sockets;
using DanVan.Subscriptions.Webhooks;

namespace DanVan.Subscriptions.Delivery;

/// <summary>
/// Connects to receivers. The name is resolved here, every address it has is checked, and the connection goes to one of the checked
/// addresses: a name that answers differently a moment later changes nothing.
/// </summary>
sealed class GuardedConnection(WebhookUrl urls)
{
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        if (addresses.Length == 0 || (!urls.IsAllowedByName(host) && !Array.TrueForAll(addresses, PublicAddress.Is)))
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The host has an address that is not of the public internet.</summary>
sealed class AddressRefusedException() : IOException("The host has an address that is not of the public internet");
