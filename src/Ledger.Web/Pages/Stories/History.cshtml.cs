using Ledger.Projections.Changelog;
using Ledger.Projections.Stories;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Stories;

public sealed class HistoryModel(StoryQueries stories, ChangelogQueries changelog) : StoryPage(stories)
{
    private const int EntriesOnPage = 50;

    /// <summary>Only changes below this version of the story, to page through a long history.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<ChangelogEntry> Entries { get; private set; } = [];
    public long? Next { get; private set; }

    /// <inheritdoc/>
    protected override bool ShowsWords => false;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        var entries = await changelog.ListAsync(story.Id, Before, EntriesOnPage + 1, cancellationToken);
        Entries = [.. entries.Take(EntriesOnPage)
            .Select(entry => IsWithheld ? Withheld.Of(entry, story) : entry)];
        Next = entries.Count > EntriesOnPage ? Entries[^1].Version : null;
        return Page();
    }, cancellationToken);
}
