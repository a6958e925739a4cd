using System.Globalization;

namespace Ledger.Formats.Mementos;

/// <summary>Links as headers (RFC 8288) and TimeMaps have them. Addresses must be encoded.</summary>
public static class WebLink
{
    public static string Write(string address, string rel) => $"<{address}>; rel=\"{rel}\"";

    public static string OfMemento(Memento memento, string rel) =>
        $"{Write(memento.Address, rel)}; datetime=\"{Time(memento.At)}\"";

    public static string OfTimeMap(string address, string rel, DateTimeOffset from, DateTimeOffset until) =>
        $"{Write(address, rel)}; type=\"{TimeMap.LinkFormat}\"; from=\"{Time(from)}\"; until=\"{Time(until)}\"";

    /// <summary>A time as HTTP has it: in GMT, to the second.</summary>
    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The second in which a time lies; the protocol knows none shorter.</summary>
    public static DateTimeOffset ToSecond(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
