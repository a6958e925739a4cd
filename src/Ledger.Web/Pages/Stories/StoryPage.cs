using Ledger.Projections.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Ledger.Web.Pages.Stories;

/// <summary>
/// A page about one story. An address that the story once had leads to the same page at its present one.
/// </summary>
public abstract class StoryPage(StoryQueries stories) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public StoryView Story { get; private set; } = null!;

    /// <summary>Whether the words of the story are kept from this visitor.</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>Whether it is about the words themselves; where they are withheld, the notice is all of it.</summary>
    protected virtual bool ShowsWords => true;

    /// <summary>Shows what <paramref name="show"/> makes of the story, if there is one.</summary>
    protected async Task<IActionResult> WithStoryAsync(
        Func<StoryView, Task<IActionResult>> show, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(Slug, cancellationToken) is not { } story)
            return NotFound();

        HttpContext.ShowsStory(story.Id);
        if (Withheld.IsFrom(User, story.Status))
            return await WithholdAsync(story, show, cancellationToken);

        // What was typed into a form is not lost because the address changed meanwhile.
        if (story.Slug != Slug && !HttpMethods.IsPost(Request.Method))
            return LocalRedirectPermanent(AtPresent(story.Slug));

        ViewData["Story"] = Story = story;
        return await show(story);
    }

    // The notice stands at every address that the story ever had: to lead on to another would tell words of it.
    private async Task<IActionResult> WithholdAsync(
        StoryView story, Func<StoryView, Task<IActionResult>> show, CancellationToken cancellationToken)
    {
        (Story, IsWithheld) = (Withheld.Of(story), true);
        WithheldAnswers.AddHeaders(Response, story);
        if (!ShowsWords)
            return await show(Story);

        var answers = HttpContext.RequestServices.GetRequiredService<WithheldAnswers>();
        return new ViewResult
        {
            StatusCode = await answers.StatusAsync(story, cancellationToken),
            ViewName = "/Pages/Stories/_Withheld.cshtml",
            ViewData = new ViewDataDictionary<StoryView>(MetadataProvider, ModelState) { Model = Story },
        };
    }

    private string AtPresent(string slug)
    {
        var values = new RouteValueDictionary(RouteData.Values) { ["slug"] = slug };
        return Url.RouteUrl(values) + Request.QueryString;
    }
}
