using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledger.Web.Health;
using Ledger.Web.Memory;
using Ledger.Web.Pages.Desk;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

/// <summary>What the pages need of the host.</summary>
internal static class PageServices
{
    // They need not wait for the read models; and the page that says what went wrong must not fail of the same.
    private static readonly string[] ReadNoModel =
    [
        "/Error", "/SignIn", "/SignInAgain", "/SignOut", "/Link", "/Account/Index", "/Admin/People", "/Admin/Person",
        "/Admin/SignIns", "/Admin/Permissions", "/Admin/Webhooks", "/Audit/Index", "/Audit/Bundle", "/Desk/New",
    ];

    private static readonly string[] AlikeForEverybody =
    [
        "/Index", "/Stories/Story", "/Stories/History", "/Stories/Revision", "/Stories/Compare", "/Stories/Blame",
        "/Corrections/Index", "/Corrections/Correction", "/Search",
    ];

    public static IServiceCollection AddLedgerPages(this IServiceCollection services)
    {
        // Letters of every script as they are; what is dangerous in HTML is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<DeskServices>();
        services.Configure<CookieTempDataProviderOptions>(
            options => options.Cookie.Name = SecurityServices.CookiePrefix + "notice");
        services.AddRazorPages(options =>
        {
            Mark(options, ReadNoModel, new ReadsNoModel());
            Mark(options, AlikeForEverybody, new SameForEverybody());
        });
        return services;
    }

    private static void Mark(RazorPagesOptions options, string[] pages, object mark)
    {
        foreach (var page in pages)
        {
            options.Conventions.AddPageApplicationModelConvention(
                page, model => model.EndpointMetadata.Add(mark));
        }
    }
}
