using Ledger.Application.People;
using Ledger.Projections.Stories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

[Authorize(nameof(Permission.EditStories))]
public sealed class IndexModel(StoryQueries stories) : PageModel
{
    private const int StoriesOnPage = 30;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Page<StorySummary> Stories { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Stories = await stories.ListAsync(
            Cursor, StoriesOnPage, string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(), cancellationToken);
}
