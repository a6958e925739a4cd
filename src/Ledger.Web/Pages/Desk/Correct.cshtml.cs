using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

public sealed class CorrectModel(DeskServices desk) : DeskPage(desk)
{
    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public List<ClaimRow> Rows { get; private set; } = [ClaimRow.Empty];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        Rows = ClaimRow.Read(Request.Form);
        if (Do == "add")
        {
            Rows.Add(ClaimRow.Empty);
            return Page();
        }

        if (ClassWords.Parse(Class) is not { } @class)
            return Refuse("Choose what kind of error it is.");

        var (claims, note) = (ClaimRow.ToClaims(Rows), FormText.Area(Note).Trim());
        return Do == "publish"
            ? await SendAsync(new IssueCorrection(@class, claims, note) { Story = Slug, Actor = Actor },
                $"The {ClassWords.Of(@class).Label.ToLowerInvariant()} is published.", cancellationToken)
            : await PreviewAsync(
                story.Id, new StoryCommand.Correct(Guid.Empty, @class, claims, note), cancellationToken);
    }, cancellationToken);
}
