using System.Globalization;

namespace Ledger.Formats.Importing;

/// <summary>Times as other systems write them: RFC 3339, the same with an offset without a colon, or RFC 822.</summary>
internal static class ForeignTime
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "ddd, dd MMM yyyy HH:mm:ss zzz"];

    public static DateTimeOffset? Find(string? text) =>
        text is null ? null
        : Rfc3339.TryParse(text, out var time) ? time
        : DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time) ? time
        : null;

    /// <exception cref="InputFormatException">It is missing, or not a time with its offset.</exception>
    public static DateTimeOffset Read(string? text, string what) =>
        Find(text) ?? throw new InputFormatException(text is null
            ? $"{what} is missing"
            : $"{what} must be a time such as 2026-03-01T08:00:00Z, with its offset, but is '{text}'");
}
