using System.Net;
using System.Net.Sockets;

namespace Ledger.Followers.Webhooks;

/// <summary>Which addresses belong to everybody's internet, by the special-purpose registries (RFC 6890).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special4 =
    [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    }.Select(text => IPNetwork.Parse(text))];

    // Of IPv6 one range alone is given out; parts of it lead to IPv4 addresses, or nowhere.
    private static readonly IPNetwork Given6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special6 =
    [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(text => IPNetwork.Parse(text))];

    public static bool Contain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Special4.Any(network => network.Contains(address))
            : Given6.Contains(address) && !Special6.Any(network => network.Contains(address));
    }
}
