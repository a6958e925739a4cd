using System.Globalization;
using Ledger.Projections.Blaming;
using Ledger.Projections.Changelog;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Language;
using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Stories;

/// <summary>Where each phrase of a story has come from, with the reason that was given for it.</summary>
public sealed class BlameModel(StoryQueries stories, RevisionQueries revisions, BlameQueries blames)
    : StoryPage(stories)
{
    /// <summary>The state that is shown; by default the present one.</summary>
    [BindProperty(SupportsGet = true, Name = "revision")]
    public string? Asked { get; set; }

    public BlameView Blame { get; private set; } = null!;

    public int Number => Blame.Revision.Summary.Revision;

    /// <summary>The changes that phrases lead to, the newest first.</summary>
    public IEnumerable<ChangelogEntry> Origins =>
        Blame.Origins.Values.OrderByDescending(entry => entry.Revision);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        var number = story.Revision;
        if (Asked is not null
            && !int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            || await revisions.FindAsync(story.Id, number, cancellationToken) is not { } revision)
        {
            return NotFound();
        }

        Blame = await blames.FindAsync(revision, cancellationToken);
        if (Asked is not null)
            Response.Headers["X-Robots-Tag"] = "noindex";

        return Page();
    }, cancellationToken);

    /// <summary>What is said of a revision where a phrase names it.</summary>
    public string TitleOf(int revision) => Blame.Origins.TryGetValue(revision, out var entry)
        ? $"{Phrase.Of("Version {0}", revision)}: {ChangeWords.Of(entry).Title}, {When.Words(entry.OccurredAt)}"
        : Phrase.Of("Version {0}", revision);

    /// <summary>How a phrase is marked: not where it was there from the start.</summary>
    public string ToneOf(int revision) => revision == 1 ? "first"
        : Blame.Origins.TryGetValue(revision, out var entry) ? ChangeWords.Of(entry).Tone : "plain";
}
