using Ledger.Application;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

[Authorize(nameof(Permission.EditStories))]
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>The name of the form as it was shown.</summary>
    [BindProperty]
    public string? Once { get; set; }

    public ArticleForm Form { get; private set; } = ArticleForm.Empty();
    public string? Problem { get; private set; }
    public bool IsPreview { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Form = ArticleForm.Read(Request.Form, seen: null);
        IsPreview = Do == "preview";
        BlockEdit.Apply(Do, Form.Blocks);
        return Do == "publish" ? await PublishAsync(cancellationToken) : Page();
    }

    private async Task<IActionResult> PublishAsync(CancellationToken cancellationToken)
    {
        var slug = string.IsNullOrWhiteSpace(Slug) ? null : Slug.Trim();
        var article = Form.ToArticle(null);
        var outcome = await mediator.Send(
            new PublishStory(article, slug) { Actor = HttpContext.GetActor(), IdempotencyKey = Once },
            cancellationToken);

        if (outcome is Outcome.Done done)
        {
            TempData["Done"] = "The story is published.";
            return LocalRedirect($"/stories/{done.Slug}");
        }

        // What is refused is named by its place in the article, so the form shows the article's blocks.
        Form = ArticleForm.From(article);
        var refusal = ((Outcome.Refused)outcome).Refusal;
        Problem = RefusalWords.Of(refusal);
        return new PageResult
        {
            StatusCode = refusal is OtherDesk
                ? StatusCodes.Status403Forbidden
                : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
