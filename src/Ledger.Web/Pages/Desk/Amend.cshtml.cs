using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

/// <summary>What can still be done to a correction that is public.</summary>
[Authorize(nameof(Permission.ApproveCorrections))]
public sealed class AmendModel(DeskServices desk, CorrectionQueries corrections) : DeskPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public CorrectionView? Correction { get; private set; }

    protected override async Task FillAsync(StoryView story, CancellationToken cancellationToken)
    {
        await FindAsync(story, cancellationToken);
        Note = Correction?.CurrentNote;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        await FindAsync(story, cancellationToken);
        return Do == "withdraw"
            ? await SendAsync(
                new WithdrawCorrection(Id, FormText.Area(Reason).Trim()) { Story = Slug, Actor = Actor },
                "The correction is withdrawn; it stays readable.", cancellationToken)
            : await SendAsync(
                new AmendCorrection(Id, FormText.Area(Note).Trim(), Why) { Story = Slug, Actor = Actor },
                "The note is amended; the one before stays readable.", cancellationToken);
    }, cancellationToken);

    private async Task FindAsync(StoryView story, CancellationToken cancellationToken)
    {
        var found = await corrections.FindAsync(Id, cancellationToken);
        Correction = found?.StoryId == story.Id ? found : null;
    }
}
