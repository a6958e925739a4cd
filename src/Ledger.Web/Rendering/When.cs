using System.Globalization;
using Ledger.Web.Language;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Rendering;

/// <summary>
/// Times as they are shown: to the minute, as the clocks of the house had it, with how far those are from UTC. The
/// exact time is on hover and for programs, in UTC.
/// </summary>
public static class When
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    public static IHtmlContent Full(DateTimeOffset time) => Element(time, Words(time));

    /// <summary>For lists, where the day is enough.</summary>
    public static IHtmlContent Day(DateTimeOffset time) => Element(time, DayOf(HouseZone.TimeOf(time)));

    /// <summary>To the second and in UTC, for the log.</summary>
    public static IHtmlContent Exact(DateTimeOffset time) => Element(time, Format(time, "yyyy-MM-dd HH:mm:ss 'UTC'"));

    public static string Machine(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    public static string Words(DateTimeOffset time) => WordsOf(HouseZone.TimeOf(time));

    /// <summary>For what is the same wherever it is read, and for ever.</summary>
    public static string UtcWords(DateTimeOffset time) => WordsOf(time.ToUniversalTime());

    private static string WordsOf(DateTimeOffset local) =>
        $"{DayOf(local)}{Phrase.Of(", ")}{local.DateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} "
            + OffsetOf(local.Offset);

    private static string OffsetOf(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return Phrase.Of("UTC");

        var (sign, away) = (offset < TimeSpan.Zero ? '−' : '+', offset.Duration());
        var minutes = away.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{away.Minutes:D2}");
        return Phrase.Of("UTC{0}", string.Create(CultureInfo.InvariantCulture, $"{sign}{away.Hours}{minutes}"));
    }

    private static HtmlString Element(DateTimeOffset time, string words) =>
        new($"<time datetime=\"{Machine(time)}\" title=\"{Machine(time)}\">{words}</time>");

    private static string DayOf(DateTimeOffset local) => string.Create(CultureInfo.InvariantCulture,
        $"{local.Day} {Phrase.Of(Months[local.Month - 1])} {local.Year:D4}");

    private static string Format(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
