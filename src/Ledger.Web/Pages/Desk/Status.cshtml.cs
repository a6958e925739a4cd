using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

public sealed class StatusModel(DeskServices desk) : DeskPage(desk)
{
    [BindProperty]
    public string? Notice { get; set; }

    /// <summary>On what a story is removed, as its code.</summary>
    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? BlockedBy { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(_ => Do switch
    {
        "retract" => SendAsync(
            new RetractArticle(Text) { Story = Slug, Actor = Actor }, "The story is retracted.", cancellationToken),
        "withdraw" => SendAsync(
            new WithdrawArticle(Text) { Story = Slug, Actor = Actor }, "The story is withdrawn.", cancellationToken),
        "remove" when FormText.Known<RemovalBasis>(Basis) is { } basis => SendAsync(
            new RemoveForLegalReasons(Text, basis, FormText.Stored(BlockedBy ?? "", null))
            {
                Story = Slug,
                Actor = Actor,
            },
            "The story is removed; its notice stands in its place.", cancellationToken),
        "remove" => Task.FromResult<IActionResult>(Refuse("Choose on what the story is removed.")),
        "reinstate" => SendAsync(
            new ReinstateArticle(Text) { Story = Slug, Actor = Actor }, "The story is reinstated.", cancellationToken),
        _ => Task.FromResult<IActionResult>(Refuse("Choose what is to become of the story.")),
    }, cancellationToken);

    /// <summary>Whether the visitor may remove a story for legal reasons, and publish such a one again.</summary>
    public bool MayRemove => User.ToActor()?.May(Permission.RemoveStories) == true;

    private string Text => FormText.Area(Notice).Trim();
}
