namespace Ledger.Web.Rendering;

/// <summary>Which addresses a story may lead its readers to.</summary>
public static class Address
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>Whether a link may go there: relative, http, https or mailto.</summary>
    public static bool IsAllowed(string? url) =>
        !string.IsNullOrWhiteSpace(url) && !url.Any(char.IsControl)
        && (SchemeOf(url) is not { } scheme || Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a picture may come from there: relative, http or https.</summary>
    public static bool IsAllowedForPicture(string? url) =>
        IsAllowed(url) && !string.Equals(SchemeOf(url!), "mailto", StringComparison.OrdinalIgnoreCase);

    /// <summary>The attribute for links that leave the site, empty for others.</summary>
    public static string Rel(string? url) =>
        url is not null && (SchemeOf(url) is not null || url.StartsWith("//", StringComparison.Ordinal))
            ? " rel=\"nofollow noopener\""
            : "";

    private static string? SchemeOf(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && url.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0 ? url[..colon] : null;
    }
}
