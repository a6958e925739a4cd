using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Ledger.Web.Security;

/// <summary>Takes the address and scheme of a visitor from a proxy that is known, and from nobody else.</summary>
internal static class TrustedProxies
{
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app, IReadOnlyList<IPAddress> proxies)
    {
        if (proxies.Count == 0)
            return app;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(proxy);

        return app.UseForwardedHeaders(options);
    }
}
