using System.Globalization;
using Ledger.Web.Language;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Rendering;

/// <summary>Times as they are shown: to the minute, in UTC, and saying so.</summary>
public static class When
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    public static IHtmlContent Full(DateTimeOffset time) => Element(time, Words(time));

    /// <summary>For lists, where the day is enough; the whole time is in the title.</summary>
    public static IHtmlContent Day(DateTimeOffset time) => Element(time, DayOf(time));

    /// <summary>To the second, for the log.</summary>
    public static IHtmlContent Exact(DateTimeOffset time) => Element(time, Format(time, "yyyy-MM-dd HH:mm:ss 'UTC'"));

    public static string Machine(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    public static string Words(DateTimeOffset time) =>
        $"{DayOf(time)}{Phrase.Of(", ")}{Format(time, "HH:mm")} {Phrase.Of("UTC")}";

    private static HtmlString Element(DateTimeOffset time, string words) =>
        new($"<time datetime=\"{Machine(time)}\" title=\"{Words(time)}\">{words}</time>");

    private static string DayOf(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture,
        $"{time.UtcDateTime.Day} {Phrase.Of(Months[time.UtcDateTime.Month - 1])} {time.UtcDateTime.Year:D4}");

    private static string Format(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
