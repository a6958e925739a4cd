using System.Globalization;

namespace Ledger.Formats;

/// <summary>Times as RFC 3339 writes them: a date, a time of day and an offset, all three.</summary>
public static class Rfc3339
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a time. Without an offset it would mean another moment on every machine: it is none.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        var upper = text.ToUpperInvariant();
        time = default;
        return upper.Length > 19 && (upper[^1] == 'Z' || upper[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(
                upper, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    /// <summary>A time in UTC, with as many digits of the second as it has, up to microseconds.</summary>
    public static string Write(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
