using Ledger.Application.People;
using Ledger.Domain.Drafts;
using Ledger.Projections.Drafts;
using Ledger.Projections.Fixes;
using Ledger.Projections.Stories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

[Authorize(nameof(Permission.EditStories))]
public sealed class IndexModel(
    StoryQueries stories, DraftQueries drafts, FixQueries fixes, TimeProvider time) : PageModel
{
    private const int StoriesOnPage = 30;
    private const int DraftsOnPage = 20;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Page<StorySummary> Stories { get; private set; } = new([], null);

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<DraftView> Unapproved { get; private set; } = [];

    public IReadOnlyList<DraftView> Submitted { get; private set; } = [];

    public IReadOnlyList<FixView> Fixes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Now = time.GetUtcNow();
        Unapproved = await drafts.ListAsync(null, null, true, DraftsOnPage, cancellationToken);
        Submitted = await drafts.ListAsync(DraftStatus.Submitted, null, null, DraftsOnPage, cancellationToken);
        Fixes = await fixes.ListAsync(FixStatus.Proposed, DraftsOnPage, cancellationToken);
        Stories = await stories.ListAsync(
            Cursor, StoriesOnPage, string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(), withheld: true, cancellationToken);
    }
}
