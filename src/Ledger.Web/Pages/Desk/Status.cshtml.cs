using Ledger.Application.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

public sealed class StatusModel(DeskServices desk) : DeskPage(desk)
{
    [BindProperty]
    public string? Notice { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(_ => Do switch
    {
        "retract" => SendAsync(
            new RetractArticle(Text) { Story = Slug, Actor = Actor }, "The story is retracted.", cancellationToken),
        "withdraw" => SendAsync(
            new WithdrawArticle(Text) { Story = Slug, Actor = Actor }, "The story is withdrawn.", cancellationToken),
        "reinstate" => SendAsync(
            new ReinstateArticle(Text) { Story = Slug, Actor = Actor }, "The story is reinstated.", cancellationToken),
        _ => Task.FromResult<IActionResult>(Refuse("Choose what is to become of the story.")),
    }, cancellationToken);

    private string Text => FormText.Area(Notice).Trim();
}
