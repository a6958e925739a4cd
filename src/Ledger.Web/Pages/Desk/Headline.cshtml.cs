using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

public sealed class HeadlineModel(DeskServices desk) : DeskPage(desk)
{
    [BindProperty]
    public string? Headline { get; set; }

    [BindProperty]
    public string? Standfirst { get; set; }

    /// <summary>The address that is wanted; null when the form is that of the headline.</summary>
    [BindProperty]
    public string? Address { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(
        story => SendAsync(
            new ChangeHeadline(
                FormText.StoredHeadline(Headline ?? "", story.Article.Headline) ?? "",
                FormText.StoredArea(Standfirst ?? "", story.Article.Standfirst) ?? "", Why)
            {
                Story = Slug,
                Actor = Actor,
            },
            "The headline is changed.", cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAddressAsync(CancellationToken cancellationToken) => WithStoryAsync(
        story =>
        {
            Fill(story);
            return SendAsync(new ChangeSlug((Address ?? "").Trim(), Why) { Story = Slug, Actor = Actor },
                "The address is changed; the old one leads to it for ever.", cancellationToken);
        }, cancellationToken);

    protected override void Fill(StoryView story) =>
        (Headline, Standfirst) = (story.Article.Headline, story.Article.Standfirst);

    protected override IReadOnlyList<Clash> Rebase(Article seen, Article current)
    {
        List<Clash> clashes = [];
        Headline = Choose("Headline", seen.Headline, Headline, current.Headline);
        Standfirst = Choose("Standfirst", seen.Standfirst, Standfirst, current.Standfirst);
        return clashes;

        string? Choose(string name, string? before, string? mine, string? theirs)
        {
            if (FormText.Area(mine) == FormText.Area(before))
                return theirs;

            if (theirs != before)
                clashes.Add(new(name, theirs));

            return mine;
        }
    }
}
