using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ledger.Web;

/// <summary>The address of this site as it stands in feeds, headers and data that leave it.</summary>
/// <remarks>
/// It is set, or is the one on which the server listens; never the one that a request names, since pages are kept for
/// everybody and anybody can ask for anything.
/// </remarks>
public sealed class SiteAddress(WebSettings settings, IServer server)
{
    private string? root;

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Root => root ??= (settings.Address is { } given
        ? given.GetLeftPart(UriPartial.Authority)
        : Listening()) ?? throw new InvalidOperationException("The server does not listen anywhere yet.");

    /// <summary>The host alone.</summary>
    public string Host => new Uri(Root).Host;

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Of(string path) => Root + path;

    public string OfStory(string slug) => Of($"/stories/{Uri.EscapeDataString(slug)}");

    public string OfStory(Guid id) => Of($"/stories/{id}");

    public string OfCorrection(Guid id) => Of($"/corrections/{id}");

    private string? Listening() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } first
            ? Named(BindingAddress.Parse(first))
            : null;

    // Every address of the machine is none that a link could have.
    private static string Named(BindingAddress address)
    {
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}
