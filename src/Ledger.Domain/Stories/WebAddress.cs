namespace Ledger.Domain.Stories;

internal static class WebAddress
{
    /// <summary>
    /// Whether a page may link to it: on the web, or on this site. A script or a file on the reader's machine must
    /// never be behind a link.
    /// </summary>
    public static bool IsSafe(string url) =>
        !url.Any(c => char.IsWhiteSpace(c) || c == '\\')
        && (url.StartsWith('/') ? !url.StartsWith("//", StringComparison.Ordinal) : IsAbsolute(url));

    /// <summary>Whether it names a site of the web in full, and without credentials.</summary>
    public static bool IsElsewhere(string url) =>
        !url.Any(char.IsWhiteSpace) && IsAbsolute(url) && new Uri(url) is { Host.Length: > 0, UserInfo.Length: 0 };

    private static bool IsAbsolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether it is a whole address on the web that a header can carry, between angle brackets.</summary>
    public static bool FitsHeader(string url) =>
        IsElsewhere(url) && url.All(c => c is > ' ' and < '\x7f' and not ('<' or '>' or '"' or '\\'));
}
