using System.Globalization;

namespace Ledger.Web.Rendering;

/// <summary>Spans of time and shares of a whole, as they are shown.</summary>
public static class Spans
{
    /// <summary>In the two largest units: <c>3 d 4 h</c>, <c>25 min</c>.</summary>
    public static string Of(long? seconds)
    {
        if (seconds is not { } known)
            return "–";

        var time = TimeSpan.FromSeconds(known);
        return time.Days > 0 ? Write($"{time.Days} d {time.Hours} h")
            : time.Hours > 0 ? Write($"{time.Hours} h {time.Minutes} min")
            : time.Minutes > 0 ? Write($"{time.Minutes} min")
            : Write($"{time.Seconds} s");
    }

    /// <summary>In percent, rounded; a dash where there is no whole.</summary>
    public static string Share(int part, int whole) =>
        whole == 0 ? "–" : Write($"{(int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero)} %");

    private static string Write(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
