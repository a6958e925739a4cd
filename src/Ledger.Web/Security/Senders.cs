using System.Net;
using System.Net.Sockets;

namespace Ledger.Web.Security;

/// <summary>The address of the network from which a request came.</summary>
internal static class Senders
{
    private const string Forwarded = "X-Forwarded-For";

    /// <summary>
    /// Behind a proxy, which is a neighbour, the last address that it names; before the internet what a header claims
    /// is not believed.
    /// </summary>
    public static string? AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote)
            return null;

        var named = context.Request.Headers[Forwarded].ToString().Split(',')[^1].Trim();
        return NetworkOf(IsNeighbour(remote) && IPAddress.TryParse(named, out var sender) ? sender : remote);
    }

    // A household has many addresses of version 6 and one network.
    private static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static bool IsNeighbour(IPAddress address)
    {
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal
            || bytes is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..];
    }
}
