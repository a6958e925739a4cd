using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledger.Web.Health;
using Ledger.Web.Pages.Desk;

namespace Ledger.Web.Pages;

/// <summary>What the pages need of the host.</summary>
internal static class PageServices
{
    // They need not wait for the read models; and the page that says what went wrong must not fail of the same.
    private static readonly string[] ReadNoModel = ["/Error", "/SignIn", "/SignOut", "/Audit/Index", "/Desk/New"];

    public static IServiceCollection AddLedgerPages(this IServiceCollection services)
    {
        // Letters of every script as they are; what is dangerous in HTML is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<StoryPreview>();
        services.AddSingleton<DeskServices>();
        services.AddRazorPages(options =>
        {
            foreach (var page in ReadNoModel)
            {
                options.Conventions.AddPageApplicationModelConvention(
                    page, model => model.EndpointMetadata.Add(new ReadsNoModel()));
            }
        });
        return services;
    }
}
