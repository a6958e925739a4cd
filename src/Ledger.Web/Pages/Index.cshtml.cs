using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

public sealed class IndexModel(StoryQueries stories, CorrectionQueries corrections) : PageModel
{
    private const int StoriesOnPage = 21;
    private const int CorrectionsBeside = 6;

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Page<StorySummary> Stories { get; private set; } = new([], null);
    public IReadOnlyList<CorrectionView> Corrections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.ShowsAnyStory();
        Stories = await stories.ListAsync(Cursor, StoriesOnPage, null, withheld: false, cancellationToken);
        var newest = await corrections.ListAsync(new(), null, CorrectionsBeside, cancellationToken);
        Corrections = [.. newest.Items.Select(correction => Withheld.For(User, correction))];
    }
}
