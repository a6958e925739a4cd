using System.Globalization;

namespace Ledger.Web.Language;

/// <summary>The language in which the pages of one house speak.</summary>
/// <remarks>
/// It is a setting and not a choice of the visitor's browser: a newsroom publishes in its language, and a page has one
/// text that caches may keep. Numbers and times are written the same in all of them.
/// </remarks>
public static class HouseLanguage
{
    public const string English = "en";

    /// <summary>The languages that pages know.</summary>
    public static IReadOnlyList<string> All { get; } = [English, "ar"];

    public static void UseHouseLanguage(this IApplicationBuilder app, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        app.Use((context, next) =>
        {
            CultureInfo.CurrentUICulture = culture;
            return next(context);
        });
    }
}
