using System.Net;
using System.Net.Sockets;

namespace Ledger.Followers.Webhooks;

/// <summary>The address of a subscriber leads into a private network.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);

/// <summary>Connects to public addresses alone.</summary>
/// <remarks>
/// The name is looked up and the address checked at the moment of connecting, and the connection goes to that very
/// address: a name that leads elsewhere at the second look leads nowhere.
/// </remarks>
internal sealed class GuardedConnections(WebhookSettings settings)
{
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = settings.Trusts(host) ? found : [.. found.Where(PublicAddresses.Contain)];
        if (allowed.Length == 0)
            throw new AddressRefusedException($"The host {host} has no public address.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
