using Ledger.Application.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

public sealed class AttributeModel(DeskServices desk) : DeskPage(desk)
{
    /// <summary>Which attribution is to change, by the key of one of the story's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public IReadOnlyList<AttributionChoice> Choices => AttributionChoice.Of(Story.Article);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        // What was chosen is one of those that were shown, whatever has become of it since.
        var shown = AttributionChoice.Of(await FindSeenAsync(cancellationToken) ?? story.Article);
        if (shown.FirstOrDefault(choice => choice.Key == What) is not { } chosen)
            return Refuse("Choose what is to be attributed differently.");

        var to = string.IsNullOrWhiteSpace(To) ? null : To.Trim();
        return await SendAsync(
            new ChangeAttribution(chosen.Role, chosen.BlockId, chosen.From, to, Why) { Story = Slug, Actor = Actor },
            "The attribution is changed.", cancellationToken);
    }, cancellationToken);
}
