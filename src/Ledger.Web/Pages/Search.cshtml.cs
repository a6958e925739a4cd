using Ledger.Application.People;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

/// <summary>Stories and corrections by their words.</summary>
public sealed class SearchModel(StoryQueries stories, CorrectionQueries corrections) : PageModel
{
    private const int StoriesOnPage = 20;
    private const int CorrectionsBeside = 6;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public string? Problem { get; private set; }
    public bool IsAsked { get; private set; }
    public Page<StorySummary> Stories { get; private set; } = new([], null);
    public IReadOnlyList<CorrectionView> Corrections { get; private set; } = [];

    public bool IsNothingFound => Stories.Items.Count == 0 && Corrections.Count == 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (filter, problem) = FilterForm.Read(null, null, null, null, Q);
        Problem = problem;
        if (problem is not null)
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };

        HttpContext.ShowsAnyStory();
        IsAsked = filter.Text is not null;
        if (!IsAsked)
            return Page();

        filter = filter with { InWithheld = User.ToActor()?.May(Permission.ReadLog) == true };
        Stories = await stories.ListAsync(Cursor, StoriesOnPage, filter.Text, filter.InWithheld, cancellationToken);
        var found = await corrections.ListAsync(filter, null, CorrectionsBeside, cancellationToken);
        Corrections = [.. found.Items.Select(correction => Withheld.For(User, correction))];
        return Page();
    }

    /// <summary>The query that asks for the next page of the same words.</summary>
    public QueryString Next =>
        QueryString.Create(new Dictionary<string, string?> { ["q"] = Q, ["cursor"] = Stories.NextCursor });
}
