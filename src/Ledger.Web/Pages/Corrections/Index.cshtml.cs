using Ledger.Application.People;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Corrections;

public sealed class IndexModel(CorrectionQueries corrections) : PageModel
{
    private const int CorrectionsOnPage = 30;

    [BindProperty(SupportsGet = true)]
    public string? Class { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public string? Problem { get; private set; }
    public Page<CorrectionView> Corrections { get; private set; } = new([], null);
    public bool IsFiltered => !string.IsNullOrEmpty(Class + Section + From + To + Q);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (filter, problem) = FilterForm.Read(Class, Section, From, To, Q);
        Problem = problem;
        if (problem is not null)
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };

        HttpContext.ShowsAnyStory();
        filter = filter with { InWithheld = User.ToActor()?.May(Permission.ReadLog) == true };
        var page = await corrections.ListAsync(filter, Cursor, CorrectionsOnPage, cancellationToken);
        Corrections = page with { Items = [.. page.Items.Select(correction => Withheld.For(User, correction))] };
        return Page();
    }

    /// <summary>The query that asks for the next page under the same filter.</summary>
    public QueryString Next => QueryString.Create(new Dictionary<string, string?>
    {
        ["class"] = Class,
        ["section"] = Section,
        ["from"] = From,
        ["to"] = To,
        ["q"] = Q,
        ["cursor"] = Corrections.NextCursor,
    });
}
