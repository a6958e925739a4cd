using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Stories;

public sealed class CompareModel(StoryQueries stories, RevisionQueries revisions) : StoryPage(stories)
{
    /// <summary>The two versions as the address has them: <c>3...7</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Range { get; set; }

    [BindProperty(SupportsGet = true)]
    public int A { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int B { get; set; } = 1;

    /// <summary>How it is shown: <c>side</c> for both texts beside each other, else both in one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public bool IsSideBySide => View == "side";

    public RevisionView Before { get; private set; } = null!;
    public RevisionView After { get; private set; } = null!;
    public ArticleDiff Diff { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        // The form asks with ?a=&b=; the address that is passed on to others is the one with the dots.
        if (Range is null)
            return LocalRedirect($"/stories/{story.Slug}/compare/{A}...{B}");

        if (Parse(Range) is not var (a, b)
            || await revisions.FindAsync(story.Id, a, cancellationToken) is not { } before
            || await revisions.FindAsync(story.Id, b, cancellationToken) is not { } after)
        {
            return NotFound();
        }

        (A, B, Before, After) = (a, b, before, after);
        Diff = ArticleDiff.Compare(before.Article, after.Article);
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }, cancellationToken);

    private static (int A, int B)? Parse(string range) =>
        range.Split("...") is [var a, var b] && Number(a) is { } first && Number(b) is { } second
            ? (first, second)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
