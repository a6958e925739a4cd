using System.Text;
using Ledger.Formats.NewsArticle;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Formats;
using Ledger.Web.Memento;
using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Stories;

public sealed class StoryModel(
    StoryQueries stories, CorrectionQueries corrections, StoryTimes times, StoryExport export)
    : StoryPage(stories)
{
    /// <summary>The notes that stand above the text, under true, and those below it.</summary>
    public ILookup<bool, CorrectionView> NotesAbove { get; private set; } = Enumerable.Empty<CorrectionView>()
        .ToLookup(_ => true);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        if (Request.Headers.ContainsKey(StoryTimes.AcceptDatetime))
            return await times.NegotiateAsync(HttpContext, story) is { } then ? Redirect(then) : BadRequest();

        times.DescribeStory(HttpContext, story);
        var notes = await corrections.ListForStoryAsync(story.Id, cancellationToken);
        ViewData["JsonLd"] = Encoding.UTF8.GetString(NewsArticleJson.Write(
            await export.DescribeAsync(story, revision: null, notes, cancellationToken)));
        NotesAbove = notes.ToLookup(note => ClassWords.StandsAbove(note.Severity));
        return Page();
    }, cancellationToken);
}
