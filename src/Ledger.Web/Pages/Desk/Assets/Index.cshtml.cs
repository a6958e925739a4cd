using Ledger.Application.People;
using Ledger.Projections.Assets;
using Ledger.Projections.Stories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk.Assets;

/// <summary>The pictures of the stories, those used last first.</summary>
[Authorize(nameof(Permission.EditStories))]
public sealed class IndexModel(AssetQueries assets) : PageModel
{
    private const int AssetsOnPage = 30;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Page<AssetSummary> Assets { get; private set; } = new([], null);

    public bool IsFiltered => Open || !string.IsNullOrWhiteSpace(Q) || Cursor is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Assets = await assets.ListAsync(Cursor, AssetsOnPage, Q?.Trim(), Open, cancellationToken);
}
