using System.Text;
using Ledger.Formats.NewsArticle;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Formats;
using Ledger.Web.Log;
using Ledger.Web.Memento;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Stories;

[Digested]
public sealed class RevisionModel(
    StoryQueries stories, RevisionQueries revisions, StoryTimes times, StoryExport export)
    : StoryPage(stories)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public RevisionView Revision { get; private set; } = null!;

    /// <summary>Earlier versions at about even distances: a few of many, and never the neighbours.</summary>
    public IReadOnlyList<RevisionSummary> Marks { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        if (await revisions.FindAsync(story.Id, Number, cancellationToken) is not { } revision)
            return NotFound();

        Revision = revision;
        Marks = await revisions.ListSomeAsync(story.Id, RevisionMarks.Before(Number), cancellationToken);
        Response.Headers["X-Robots-Tag"] = "noindex";
        await times.DescribeRevisionAsync(HttpContext, story, revision.Summary);
        ViewData["JsonLd"] = Encoding.UTF8.GetString(NewsArticleJson.Write(
            await export.DescribeAsync(story, revision, cancellationToken)));
        return Page();
    }, cancellationToken);
}
