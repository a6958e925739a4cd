using System.Net;
using System.Net.Sockets;

namespace Ledger.Hosting.Accounts;

/// <summary>The addresses of networks, as far as they are kept.</summary>
public static class Addresses
{
    /// <summary>The network an address is in: 24 bits of IPv4, 48 of IPv6. It says where from, and not who.</summary>
    public static string Shorten(IPAddress address)
    {
        var bytes = Plain(address).GetAddressBytes();
        var kept = bytes.Length == 4 ? 3 : 6;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return $"{new IPAddress(bytes)}/{(bytes.Length == 4 ? "24" : "48")}";
    }

    /// <summary>IPv4 that comes as IPv6 is IPv4.</summary>
    internal static IPAddress Plain(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true }
            ? address.MapToIPv4()
            : address;
}
