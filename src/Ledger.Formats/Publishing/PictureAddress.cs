using Ledger.Domain.Stories;

namespace Ledger.Formats.Publishing;

internal static class PictureAddress
{
    /// <summary>Where a picture is, absolute and encoded; null where its address is none of the web.</summary>
    public static string? Of(Block picture, string site) =>
        Uri.TryCreate(new Uri(site + "/"), picture.Url, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
            : null;
}
