using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

public sealed class CaptionModel(DeskServices desk) : DeskPage(desk)
{
    /// <summary>The id of the picture; without it the first one, or the choice where there are several.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Block { get; set; }

    [BindProperty]
    public string? Caption { get; set; }

    [BindProperty]
    public string? Credit { get; set; }

    public IReadOnlyList<Block> Pictures => [.. Story.Article.Blocks.Where(block => block.Type == BlockType.Image)];

    /// <summary>The picture whose caption is edited; null until one is chosen.</summary>
    public Block? Picture => Block is null && Pictures.Count == 1
        ? Pictures[0]
        : Pictures.FirstOrDefault(picture => picture.Id == Block);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(
        _ => SendAsync(
            new EditCaption(Block ?? "", FormText.StoredArea(Caption ?? "", Picture?.Caption) ?? "",
                FormText.Stored(Credit ?? "", Picture?.Credit) ?? "", Why)
            {
                Story = Slug,
                Actor = Actor,
            },
            "The caption is changed.", cancellationToken), cancellationToken);

    protected override void Fill(StoryView story) => (Caption, Credit) = (Picture?.Caption, Picture?.Credit);
}
