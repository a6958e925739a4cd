using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Rendering;

/// <summary>Times as they are shown: to the minute, in UTC, and saying so.</summary>
public static class When
{
    public static IHtmlContent Full(DateTimeOffset time) => Element(time, "d MMMM yyyy, HH:mm 'UTC'");

    /// <summary>For lists, where the day is enough; the whole time is in the title.</summary>
    public static IHtmlContent Day(DateTimeOffset time) => Element(time, "d MMMM yyyy");

    /// <summary>To the second, for the log.</summary>
    public static IHtmlContent Exact(DateTimeOffset time) => Element(time, "yyyy-MM-dd HH:mm:ss 'UTC'");

    public static string Machine(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    public static string Words(DateTimeOffset time) => Format(time, "d MMMM yyyy, HH:mm 'UTC'");

    private static HtmlString Element(DateTimeOffset time, string format) =>
        new($"<time datetime=\"{Machine(time)}\" title=\"{Words(time)}\">{Format(time, format)}</time>");

    private static string Format(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
