using Ledger.Application.People;
using Ledger.Projections.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Stories;

/// <summary>
/// A page about one story. An address that the story once had leads to the same page at its present one.
/// </summary>
public abstract class StoryPage(StoryQueries stories) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public StoryView Story { get; private set; } = null!;

    /// <summary>Whether the words of a withdrawn story are kept from this visitor.</summary>
    public bool IsWithheld => Story.Status == StoryStatus.Withdrawn && User.ToActor()?.May(Permission.ReadLog) != true;

    /// <summary>Shows what <paramref name="show"/> makes of the story, if there is one.</summary>
    protected async Task<IActionResult> WithStoryAsync(
        Func<StoryView, Task<IActionResult>> show, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(Slug, cancellationToken) is not { } story)
            return NotFound();

        HttpContext.ShowsStory(story.Id);

        // What was typed into a form is not lost because the address changed meanwhile.
        if (story.Slug != Slug && !HttpMethods.IsPost(Request.Method))
            return LocalRedirectPermanent(AtPresent(story.Slug));

        ViewData["Story"] = Story = story;
        return await show(story);
    }

    private string AtPresent(string slug)
    {
        var values = new RouteValueDictionary(RouteData.Values) { ["slug"] = slug };
        return Url.RouteUrl(values) + Request.QueryString;
    }
}
