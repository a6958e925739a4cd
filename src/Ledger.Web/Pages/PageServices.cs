using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledger.Web.Pages.Desk;

namespace Ledger.Web.Pages;

/// <summary>What the pages need of the host.</summary>
internal static class PageServices
{
    public static IServiceCollection AddLedgerPages(this IServiceCollection services)
    {
        // Letters of every script as they are; what is dangerous in HTML is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<StoryPreview>();
        services.AddSingleton<DeskServices>();
        services.AddRazorPages();
        return services;
    }
}
