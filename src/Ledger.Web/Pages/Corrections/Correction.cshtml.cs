using Ledger.Projections.Corrections;
using Ledger.Web.Memory;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Corrections;

public sealed class CorrectionModel(CorrectionQueries corrections) : PageModel
{
    public CorrectionView Correction { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await corrections.FindAsync(id, cancellationToken) is not { } correction)
            return NotFound();

        HttpContext.ShowsStory(correction.StoryId);
        Correction = Withheld.For(User, correction);
        return Page();
    }
}
