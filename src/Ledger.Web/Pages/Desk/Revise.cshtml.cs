using Ledger.Application.Fixes;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Fixes;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Desk.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

public sealed class ReviseModel(DeskServices desk, IMediator mediator) : DeskPage(desk)
{
    [BindProperty]
    public RevisionKind Kind { get; set; }

    public ArticleForm Form { get; private set; } = ArticleForm.Empty();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        var seen = await FindSeenAsync(cancellationToken);
        Form = ArticleForm.Read(Request.Form, seen);
        if (Do is not ("preview" or "publish" or "propose"))
            return Edit();

        // What is refused is named by its place in the article, so the form shows the article's blocks.
        var article = Form.ToArticle(seen);
        Form = ArticleForm.From(article);
        if (Do == "propose")
            return await ProposeAsync(article, cancellationToken);

        return Do == "preview"
            ? await PreviewAsync(story.Id, new StoryCommand.Revise(article, Kind, Why), cancellationToken)
            : await SendAsync(new ReviseArticle(article, Kind, Why) { Story = Slug, Actor = Actor },
                "The revision is published.", cancellationToken);
    }, cancellationToken);

    private async Task<IActionResult> ProposeAsync(Article article, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await mediator.Send(
                new ProposeFix(Slug, article, Why)
                {
                    Actor = Actor,
                    ExpectedVersion = Version,
                    IdempotencyKey = Once is null ? null : $"{Once}.fix",
                },
                cancellationToken);
            if (outcome is StreamOutcome<Fix?>.Refused { Refusal: var refusal })
                return Refuse(refusal);

            TempData["Done"] = "The fix is not public yet: a second person has to look at it.";
            return LocalRedirect($"/desk/fixes/{((StreamOutcome<Fix?>.Done)outcome).Id}");
        }
        catch (WrongExpectedVersionException)
        {
            return await ShowConflictAsync(cancellationToken);
        }
    }

    protected override void Fill(StoryView story) => Form = ArticleForm.From(story.Article);

    protected override IReadOnlyList<Clash> Rebase(Article seen, Article current)
    {
        var (merged, clashes) = ArticleMerge.Merge(seen, Form.ToArticle(seen), current);
        Form = ArticleForm.From(merged);
        return clashes;
    }

    private PageResult Edit()
    {
        BlockEdit.Apply(Do, Form.Blocks);
        return Page();
    }
}
