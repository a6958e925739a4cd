using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Ledger.Web.Memory;

/// <summary>Times of pages as HTTP has them, to the second.</summary>
internal static class PageTimes
{
    /// <summary>Says when what an answer shows was last changed, where that can be said.</summary>
    /// <remarks>
    /// Not within the second of the change: another may follow in it, and who has seen the first would be told that
    /// there is nothing new. Such an answer is not kept, so that the next one says it.
    /// </remarks>
    public static void LastChanged(this HttpContext context, DateTimeOffset at)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (at.ToUnixTimeSeconds() < now.ToUnixTimeSeconds())
            context.Response.Headers.LastModified = Write(at);
        else
            context.Features.Set<PageSubject>(null);
    }

    /// <summary>A time as headers have it, without the fraction of its second.</summary>
    public static string Write(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads a time of that form and of no other.</summary>
    public static bool TryParse(StringValues header, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        header.ToString(), "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
