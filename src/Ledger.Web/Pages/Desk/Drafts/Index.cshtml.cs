using Ledger.Application.People;
using Ledger.Domain.Drafts;
using Ledger.Projections.Drafts;
using Ledger.Projections.Fixes;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk.Drafts;

/// <summary>All corrections that are under way.</summary>
[Authorize(nameof(Permission.EditStories))]
public sealed class IndexModel(DraftQueries drafts, FixQueries fixes, TimeProvider time) : PageModel
{
    private const int Most = 100;

    public DateTimeOffset Now { get; private set; }
    public IReadOnlyList<DraftView> Unapproved { get; private set; } = [];

    /// <summary>What the one who looks may approve, as far as the list can tell.</summary>
    public IReadOnlyList<DraftView> Mine { get; private set; } = [];
    public IReadOnlyList<DraftView> Others { get; private set; } = [];
    public IReadOnlyList<DraftView> Approved { get; private set; } = [];
    public IReadOnlyList<DraftView> Open { get; private set; } = [];
    public IReadOnlyList<DraftView> Rejected { get; private set; } = [];

    /// <summary>The minor fixes that are more than style and wait for somebody.</summary>
    public IReadOnlyList<FixView> Fixes { get; private set; } = [];

    public bool IsEmpty =>
        Fixes.Count + Unapproved.Count + Mine.Count + Others.Count + Approved.Count + Open.Count + Rejected.Count == 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Now = time.GetUtcNow();
        Unapproved = await drafts.ListAsync(null, null, true, Most, cancellationToken);
        var submitted = await drafts.ListAsync(DraftStatus.Submitted, null, null, Most, cancellationToken);
        Mine = [.. submitted.Where(MayApprove)];
        Others = [.. submitted.Where(draft => !MayApprove(draft))];
        Approved = await drafts.ListAsync(DraftStatus.Approved, null, null, Most, cancellationToken);
        Open = await drafts.ListAsync(DraftStatus.Open, null, null, Most, cancellationToken);
        Fixes = await fixes.ListAsync(FixStatus.Proposed, Most, cancellationToken);
        Rejected = await drafts.ListAsync(DraftStatus.Rejected, null, null, Most, cancellationToken);
    }

    private bool MayApprove(DraftView draft)
    {
        var actor = HttpContext.GetActor();
        return actor.May(Permission.ApproveCorrections)
            && draft.State.Drafters.All(drafter => drafter.Id != actor.Id);
    }
}
