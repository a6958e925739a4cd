namespace Ledger.Domain.Stories;

internal static class WebAddress
{
    /// <summary>
    /// Whether a page may link to it: on the web, or on this site. A script or a file on the reader's machine must
    /// never be behind a link.
    /// </summary>
    public static bool IsSafe(string url) =>
        !url.Any(c => char.IsWhiteSpace(c) || c == '\\')
        && (url.StartsWith('/')
            ? !url.StartsWith("//", StringComparison.Ordinal)
            : Uri.TryCreate(url, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));
}
