using System.Globalization;
using System.Text;
using Ledger.Formats.NewsArticle;
using Ledger.Projections.Corrections;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Formats;
using Ledger.Web.Memento;
using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Stories;

public sealed class StoryModel(
    StoryQueries stories, CorrectionQueries corrections, RevisionQueries revisions, StoryTimes times,
    StoryExport export)
    : StoryPage(stories)
{
    /// <summary>The notes that stand above the text, under true, and those below it.</summary>
    public ILookup<bool, CorrectionView> NotesAbove { get; private set; } = Enumerable.Empty<CorrectionView>()
        .ToLookup(_ => true);

    /// <summary>The version that was read: a number, or <c>seen</c> for the one that the browser keeps.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Since { get; set; }

    /// <summary>What has changed since then; null where the whole story is shown.</summary>
    public SinceRead? SinceRead { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        if (Request.Headers.ContainsKey(StoryTimes.AcceptDatetime))
            return await times.NegotiateAsync(HttpContext, story) is { } then ? Redirect(then) : BadRequest();

        times.DescribeStory(HttpContext, story);
        var notes = await corrections.ListForStoryAsync(story.Id, cancellationToken);
        ViewData["JsonLd"] = Encoding.UTF8.GetString(NewsArticleJson.Write(
            await export.DescribeAsync(story, revision: null, notes, cancellationToken)));
        NotesAbove = notes.ToLookup(note => ClassWords.StandsAbove(note.Severity));
        return Since is null || await ShowSinceAsync(story, notes, cancellationToken) is not { } other ? Page() : other;
    }, cancellationToken);

    // The browser says itself what it has seen, by the tag of the page that it keeps; nobody else is told.
    private async Task<IActionResult?> ShowSinceAsync(
        StoryView story, IReadOnlyList<CorrectionView> notes, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var since = Since;
        if (since == SinceRead.Seen)
        {
            Response.Headers.CacheControl = "private, no-cache";
            Response.Headers.ETag = SinceRead.TagOf(story);
            if (SinceRead.SeenBy(Request) is not { } seen)
                return null;

            if (seen == story.Revision)
                return StatusCode(StatusCodes.Status304NotModified);

            since = seen.ToString(CultureInfo.InvariantCulture);
        }

        if (!int.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await revisions.FindAsync(story.Id, number, cancellationToken) is not { } read)
        {
            return NotFound();
        }

        SinceRead = SinceRead.Of(read, story, notes);
        return null;
    }
}
